import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'

import type { Configuration } from '../configuration/configuration.ts'
import { warn } from '../warn.ts'

// Time enough to order and roll out another one.
const warnDays = 21
const day = 86_400_000

/** Warns of client certificates that end soon: now, and once a day until what it returns is called. */
export function watchExpiry(configuration: Configuration): () => void {
  const uris = configuration.seats.map(({ certificateKeyFile }) => certificateKeyFile)
  const files = new Set([configuration.driver.tlsCertificateKeyFile ?? null, ...uris])
  const look = (): void => {
    for (const file of files) if (file !== null) warnOf(file, configuration)
  }
  look()
  const timer = setInterval(look, day).unref()
  return () => clearInterval(timer)
}

function warnOf(file: string, configuration: Configuration): void {
  const notAfter = endsSoon(file)
  if (notAfter === null) return
  const ends = notAfter.toISOString().slice(0, 10)
  configuration.onEvent({ type: 'certificate-expiry', file, notAfter: ends })
  warn(
    configuration,
    'MONGOWHY_CERTIFICATE_EXPIRY',
    { file, notAfter: ends },
    `The client certificate in ${file} ends on ${ends}: renew it.`,
  )
}

/** When the client certificate of a PEM file ends, where that is soon; null: it is not, or cannot be read here. */
function endsSoon(file: string): Date | null {
  try {
    const notAfter = new Date(new X509Certificate(readFileSync(file)).validTo)
    return notAfter.getTime() - Date.now() < warnDays * day ? notAfter : null
  } catch {
    // What is wrong with the file is the driver's and the diagnosis's to say.
    return null
  }
}
