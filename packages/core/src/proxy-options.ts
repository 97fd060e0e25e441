import type { ParsedTarget } from './parsed-target.ts'
import { Secret } from './redaction/index.ts'
import type { EffectiveOptions } from './sightings/index.ts'

type Given = Readonly<Record<string, unknown>>

const usualPort = 1080

/** The SOCKS5 proxy that options in code name; null where they name none. */
export function proxyIn({ proxyHost, proxyPort, proxyUsername }: Given): EffectiveOptions['proxy'] {
  if (typeof proxyHost !== 'string' || proxyHost === '') return null
  const port = typeof proxyPort === 'number' && Number.isInteger(proxyPort) ? proxyPort : usualPort
  return { host: proxyHost, port, hasCredentials: typeof proxyUsername === 'string' }
}

/** The login at that proxy. */
export function proxyLoginIn({
  proxyUsername,
  proxyPassword,
}: Given): Pick<ParsedTarget, 'proxyUsername' | 'proxyPassword'> {
  return { proxyUsername: secretOf(proxyUsername), proxyPassword: secretOf(proxyPassword) }
}

function secretOf(value: unknown): Secret | null {
  return typeof value === 'string' && value !== '' ? new Secret(value) : null
}
