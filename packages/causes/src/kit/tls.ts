import {
  absent,
  askKey,
  cite,
  compareCertainty,
  firstSeen,
  looksOf,
  says,
  seenBy,
  unknown,
} from '@mongowhy/core'
import type {
  Ask,
  Citation,
  Endpoint,
  Evidence,
  Inference,
  SeenLook,
  TlsAlert,
  TlsSighting,
} from '@mongowhy/core'

import { effective, handshakes } from './deployment.ts'
import { ask } from './evidence.ts'

export type HandshakeLook = SeenLook<'tls.handshake'>

/** Whether the driver will speak TLS; undefined before the connection string was read. */
export function wantsTls(evidence: Evidence): boolean | undefined {
  return effective(evidence)?.tls
}

/** The look that says whether the driver will speak TLS, as a citation. */
export function citeTlsOption(evidence: Evidence): readonly Citation[] {
  const look = firstSeen(evidence, 'uri.parse')
  if (look === undefined) return []
  return [
    cite(
      look,
      look.saw.effective.tls
        ? says`the connection string asks for TLS`
        : says`the connection string does not ask for TLS`,
    ),
  ]
}

/**
 * Judges every handshake that was made as the driver makes it, and takes the surest answer: one address of a name may
 * fail where another does not. Without TLS in the target none of its handshakes is a fault.
 */
export function overHandshakes<Facts>(
  evidence: Evidence,
  at: Endpoint | null,
  rule: (look: HandshakeLook) => Inference<Facts>,
): Inference<Facts> {
  if (at === null) return unknown()
  const wanted = wantsTls(evidence)
  if (wanted === undefined) return unknown()
  if (!wanted) return absent(...citeTlsOption(evidence))
  return surest(handshakes(evidence, at).map(rule))
}

/** The surest of several answers: present before what still can be asked before absent. */
export function surest<Facts>(inferences: readonly Inference<Facts>[]): Inference<Facts> {
  const present = inferences
    .filter((inference) => inference.is === 'present')
    .toSorted((a, b) => compareCertainty(b.certainty, a.certainty))[0]
  if (present !== undefined) return present
  const open = inferences.filter((inference) => inference.is === 'unknown')
  if (open.length > 0 || inferences.length === 0) {
    const worthKnowing = open.some((inference) => inference.worthKnowing === true)
    return {
      ...unknown(...open.flatMap(({ missing }) => missing)),
      ...(worthKnowing ? { worthKnowing: true as const } : {}),
    }
  }
  return absent(...inferences.flatMap((inference) => (inference.is === 'absent' ? inference.because : [])))
}

/**
 * The alert by which the server ended the handshake. Alerts of our own stack do not count: a local failure sends 70
 * and 80 too. Neither do close_notify and user_canceled, which refuse nothing.
 */
export function refusal({ alerts, outcome, afterSecure }: TlsSighting): TlsAlert | undefined {
  const received = alerts.filter(
    ({ direction, number }) => direction === 'received' && number !== 0 && number !== 90,
  )
  const fatal = received.find(({ level }) => level === 'fatal')
  if (fatal !== undefined) return fatal
  return outcome.is === 'alert' || afterSecure === 'alert' ? received.at(-1) : undefined
}

/** Nothing of the server's certificate was seen. */
export function sawNoCertificate({ chain, chainLength }: TlsSighting): boolean {
  return chain.length === 0 && chainLength === 0
}

/** The alert that stood before any certificate, if the handshake ended with one. */
export function refusalBeforeCertificate(saw: TlsSighting): TlsAlert | undefined {
  const alert = refusal(saw)
  if (alert === undefined || !sawNoCertificate(saw)) return undefined
  return alert.position === 'before-server-hello' || alert.position === 'after-server-hello'
    ? alert
    : undefined
}

/** The peer took our hello and ended the connection, or kept silent, without one byte in return. */
export function endedWithoutByte({ outcome, bytesRead }: TlsSighting): boolean {
  return bytesRead === 0 && (outcome.is === 'closed' || outcome.is === 'reset' || outcome.is === 'silent')
}

/** Servers send no client's hello: what came back is our own, of a service or a way that returns what it is sent. */
export function echoedUs({ records }: TlsSighting): boolean {
  return records.some(({ direction, holds }) => direction === 'received' && holds.includes('ClientHello'))
}

/** A server hello was read: whatever came of it, the peer speaks TLS. */
export function spokeTls(saw: TlsSighting): boolean {
  return saw.outcome.is === 'secure' || saw.negotiated !== null || !sawNoCertificate(saw)
}

/**
 * A look that shows that the peer speaks TLS where a handshake of its own did not come through: a hello within TLS, which
 * had a handshake below it, or a bare TLS hello that was answered. A server that takes one connection at a time, or is
 * busy, may leave one waiting and serve the other.
 */
export function otherTls(
  evidence: Evidence,
  at: Endpoint,
  address: string,
): SeenLook<'wire.hello'> | SeenLook<'tls.hello'> | undefined {
  return (
    hellos(evidence, at, 'tls', address)[0] ??
    seenBy(evidence, 'tls.hello', at).find(
      ({ ask: { vary }, saw }) => vary.address === address && saw.outcome.is === 'server-hello',
    )
  )
}

/** Whether a look was already asked for, whatever became of it: nothing is asked twice. */
export function wasAsked(evidence: Evidence, wanted: Ask): boolean {
  const key = askKey(wanted)
  return looksOf(evidence, wanted.probe).some((look) => askKey(look.ask as Ask) === key)
}

/** The asks among these that were not made yet. */
export function notYetAsked(evidence: Evidence, ...wanted: readonly Ask[]): readonly Ask[] {
  return wanted.filter((each) => !wasAsked(evidence, each))
}

/** OpenSSL's `ALL`, not `DEFAULT`, which leaves out suites that Node's own default list has. */
export const widestCiphers = 'ALL:@SECLEVEL=0'

/**
 * The same handshake with everything that our TLS library can still offer, from TLS 1.0 on. The server picks the highest
 * version it knows, so its choice tells a version that is too old from ciphers that do not meet.
 */
export function widestHello(look: HandshakeLook): Ask {
  const { address } = look.saw
  return ask('tls.handshake', look.ask.endpoint, {
    address,
    minVersion: 'TLSv1',
    // By name, since the environment may hold this process to less.
    maxVersion: 'TLSv1.3',
    ciphers: widestCiphers,
  })
}

/** What came of the widest hello to the same address. */
export function widestAnswer(evidence: Evidence, look: HandshakeLook): HandshakeLook | undefined {
  const wanted = askKey(widestHello(look))
  return seenBy(evidence, 'tls.handshake', look.ask.endpoint).find(
    (each) => askKey(each.ask as Ask) === wanted,
  )
}

/** A hello without TLS, on a fresh connection to the same address. */
export function plainHello(look: HandshakeLook): Ask {
  return ask('wire.hello', look.ask.endpoint, { address: look.saw.address, transport: 'plain' })
}

/** Looks at a hello of one transport to one address. */
export function hellos(
  evidence: Evidence,
  at: Endpoint | null,
  transport: 'plain' | 'tls',
  address?: string,
): readonly SeenLook<'wire.hello'>[] {
  return seenBy(evidence, 'wire.hello', at ?? undefined).filter(
    ({ saw }) => saw.transport === transport && (address === undefined || saw.address === address),
  )
}

/** A MongoDB, or something that passes for one, answered in this transport: with a reply, or an error of its own. */
export function answeredIn(
  evidence: Evidence,
  at: Endpoint | null,
  transport: 'plain' | 'tls',
  address?: string,
): SeenLook<'wire.hello'> | undefined {
  return hellos(evidence, at, transport, address).find(
    ({ saw }) => saw.outcome.is === 'reply' || saw.outcome.is === 'error',
  )
}

/** Host names of MongoDB Atlas. */
export function isAtlasHost(host: string): boolean {
  return /\.mongodb(?:gov)?\.net\.?$/i.test(host)
}
