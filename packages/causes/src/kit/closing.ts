import { looksOf, seenBy } from '@mongowhy/core'
import type { BannerSighting, Endpoint, Evidence, SeenLook } from '@mongowhy/core'

import { reachOf } from './reach.ts'
import type { TcpLook } from './reach.ts'

export type BannerLook = SeenLook<'wire.banner'>

/** An address that takes connections and then gives not one byte: not to a hello, nor to a TLS hello. */
export function mute(evidence: Evidence, at: Endpoint): TcpLook | undefined {
  return reachOf(evidence, at).looks.find(({ saw }) => {
    if (saw.outcome.is === 'reset') return true
    if (saw.outcome.is !== 'open') return false
    const hellos = seenBy(evidence, 'wire.hello', at).filter((look) => look.saw.address === saw.address)
    const handshakes = seenBy(evidence, 'tls.handshake', at).filter(
      (look) => look.saw.address === saw.address,
    )
    const ends = [
      ...hellos.map((look) => look.saw.outcome.is),
      ...handshakes.map((look) => (look.saw.bytesRead > 0 ? 'answered' : look.saw.outcome.is)),
    ]
    return ends.length > 0 && ends.every((is) => is === 'closed' || is === 'reset' || is === 'silent')
  })
}

/** What came of a connection over which nothing was said; undefined: not made yet; null: made in vain. */
export function unprompted(evidence: Evidence, at: Endpoint, address: string): BannerLook | null | undefined {
  const look = looksOf(evidence, 'wire.banner', at).find(({ ask }) => ask.vary.address === address)
  if (look === undefined) return undefined
  return look.status === 'seen' ? look : null
}

// mongod ends at once what it does not want, and so do other services, on a machine that is busy as well; what waits longer
// waits for somebody else. HAProxy tries a server for three seconds by default.
const lateMs = 2_000
const lateRoundTrips = 6

/** The peer kept a first message for long, and then ended the connection without an answer. */
export function endedLate(
  evidence: Evidence,
  look: SeenLook<'wire.hello'> | SeenLook<'tls.handshake'>,
): boolean {
  const { address, outcome } = look.saw
  if (outcome.is !== 'closed' && outcome.is !== 'reset') return false
  if ('bytesRead' in look.saw && look.saw.bytesRead > 0) return false
  const opened = reachOf(evidence, look.ask.endpoint).open.find(({ saw }) => saw.address === address)
  const roundTripMs = opened?.saw.outcome.is === 'open' ? opened.saw.outcome.roundTripMs : 0
  return (outcome.afterMs ?? 0) > Math.max(lateMs, lateRoundTrips * roundTripMs)
}

/** The peer ended the connection by itself. */
export function endedIt({ outcome }: BannerSighting): boolean {
  return outcome.is === 'closed' || outcome.is === 'reset'
}
