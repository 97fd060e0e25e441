import type { HelloAnswerSighting } from '@mongowhy/core'

import { excerptOf, recogniseProtocol } from '../../protocol.ts'
import { frame } from '../framing.ts'
import { readServerHello } from '../hellos.ts'
import { alertName, cipherName, versionName } from '../names.ts'

type Outcome = HelloAnswerSighting['outcome']

/** What the bytes of a server amount to so far; null: more must come. */
export function readAnswer(bytes: Buffer): Outcome | null {
  const { records, foreign } = frame([{ direction: 'received', bytes, at: 0 }])
  let handshake = Buffer.alloc(0)
  let warning: Outcome | null = null
  for (const { type, fragment } of records) {
    if (type === 21) {
      const outcome = alertIn(fragment)
      if (outcome === null) break
      if (outcome.alert.level === 'fatal') return outcome
      // A warning (112, unrecognized_name, say) may come before the server's hello.
      warning ??= outcome
      continue
    }
    if (type !== 22) break
    handshake = Buffer.concat([handshake, fragment])
    if (handshake.length >= 4 && handshake.length >= 4 + handshake.readUIntBE(1, 3)) return helloIn(handshake)
  }
  if (foreign !== null && records.length === 0) {
    return { is: 'not-tls', protocol: recogniseProtocol(foreign), excerpt: excerptOf(foreign) }
  }
  // Whole records that are neither: a peer that speaks TLS, and not as a server.
  return records.length > 0 && handshake.length === 0 && warning === null
    ? { is: 'not-tls', protocol: 'unknown', excerpt: excerptOf(bytes) }
    : null
}

/** The alert among bytes after which nothing more came; null where there is none. */
export function lastAlert(bytes: Buffer): Outcome | null {
  const { records } = frame([{ direction: 'received', bytes, at: 0 }])
  const found = records.flatMap(({ type, fragment }) => (type === 21 ? (alertIn(fragment) ?? []) : []))
  return found.at(-1) ?? null
}

function alertIn(fragment: Buffer): Extract<Outcome, { readonly is: 'alert' }> | null {
  const [level, number] = fragment
  if (fragment.length !== 2 || level === undefined || number === undefined) return null
  return { is: 'alert', alert: { number, name: alertName(number), level: level === 1 ? 'warning' : 'fatal' } }
}

function helloIn(message: Buffer): Outcome {
  const hello = message[0] === 2 ? readServerHello(message.subarray(4, 4 + message.readUIntBE(1, 3))) : null
  if (hello === null) return { is: 'not-tls', protocol: 'unknown', excerpt: excerptOf(message) }
  return {
    is: 'server-hello',
    version: versionName(hello.version),
    cipher: hello.suite,
    cipherName: cipherName(hello.suite),
    group: hello.group,
    retry: hello.retry,
  }
}
