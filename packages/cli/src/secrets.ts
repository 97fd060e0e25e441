import { parseTarget, redactText } from '@mongowhy/core'
import type { Secret } from '@mongowhy/core'

const known: Secret[] = []

/** Remembers what must not stand in the message of a crash. */
export function keepSecret(secret: Secret | null): void {
  if (secret !== null) known.push(secret)
}

/** A message of our own crash, without what was remembered, whole or in parts, and without the user part of any URL. */
export function scrubbed(message: string): string {
  const parts = known.flatMap((secret) => [secret, ...partsOf(secret)])
  return redactText(message.slice(0, 10_000), parts)
}

function partsOf(secret: Secret): readonly Secret[] {
  const { username, password, certificateKeyPassword, proxyUsername, proxyPassword } = parseTarget(
    secret.reveal(),
  )
  return [username, password, certificateKeyPassword, proxyUsername, proxyPassword].filter(
    (part) => part !== null,
  )
}
