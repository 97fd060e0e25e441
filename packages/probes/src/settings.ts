import type { EffectiveOptions, Secret, ServerApi } from '@mongowhy/core'

import type { ProxySettings } from './proxy/index.ts'
import type { HelloAsk } from './wire/index.ts'
import type { ClientCertificate, TrustSettings } from './tls/index.ts'

/** How connections to the target are made, once for all of its members. */
export interface ApproachSettings {
  readonly tls: boolean
  readonly loadBalanced: boolean
  /** Offered in the first message. */
  readonly compressors?: readonly string[]
  /** Declared in the first message. */
  readonly serverApi?: ServerApi | null
  readonly trust: TrustSettings
  readonly clientCertificate: ClientCertificate | null
  readonly proxy: ProxySettings | null
  /** `database.user`, to learn the mechanisms of; sent as the driver sends it. */
  readonly mechanismsFor: Secret | null
}

/** What the first message says on account of the target's options. */
export function greetingOf({
  loadBalanced,
  compressors,
  serverApi,
}: ApproachSettings): Pick<HelloAsk, 'loadBalanced' | 'compressors' | 'serverApi'> {
  return { loadBalanced, compressors: compressors ?? [], serverApi: serverApi ?? null }
}

/** Mechanisms of users that a server keeps itself. Of all others it has no list. */
const ownUsers: ReadonlySet<string | null> = new Set([null, 'PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-256'])

/**
 * The user whose mechanisms our hello asks for. Drivers ask where the mechanism is left to the server; we ask where one
 * is chosen too, since the answer tells a mechanism that the server lacks from a wrong password.
 */
export function mechanismsFor(options: EffectiveOptions, username: Secret | null): Secret | null {
  const { effectiveAuthSource: source, authMechanism } = options
  const listed = source !== null && source !== '$external' && ownUsers.has(authMechanism)
  return username === null || !listed ? null : username.withPrefix(`${source}.`)
}
