import { absent, cite, defineCause, looksOf, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference, SeenLook } from '@mongowhy/core'

import { endedLate } from '../kit/closing.ts'
import { effective } from '../kit/deployment.ts'
import { ask } from '../kit/evidence.ts'
import { bearingAt } from '../kit/reach.ts'
import { citeRounds, heldBackAt } from '../kit/rounds.ts'
import { advise } from './words.ts'
import type { Facts } from './words.ts'

type HelloLook = SeenLook<'wire.hello'>

export const cause: Cause = defineCause<Facts>({
  code: 'wire-hello-silent',
  title: 'The server accepts connections and does not answer',
  scope: 'endpoint',
  infer: (evidence, at) => {
    const stalls = at === null ? null : atTimes(evidence, at)
    if (stalls !== null) return stalls
    const transport = effective(evidence)?.tls === true ? 'tls' : 'plain'
    const hellos = seenBy(evidence, 'wire.hello', at ?? undefined)
    const reply = hellos.find(({ saw }) => saw.outcome.is === 'reply' || saw.outcome.is === 'error')
    if (reply !== undefined) return absent(cite(reply, says`it answered a hello`))
    const held = hellos.find(
      (look) => look.saw.transport === transport && (withheld(look) || endedLate(evidence, look)),
    )
    if (held === undefined) return unknown()
    const trickled = held.saw.outcome.is === 'malformed'
    const ended = held.saw.outcome.is === 'closed' || held.saw.outcome.is === 'reset'
    if (transport === 'plain' && !trickled) {
      const secured = handshakeAt(evidence, at, held.saw.address)
      if (secured === 'unasked') return unknown(ask('tls.handshake', at, { address: held.saw.address }))
      if (secured !== null) return absent(cite(secured, says`it speaks TLS on this port`))
    }
    const { outcome } = held.saw
    const endedMs = outcome.is === 'closed' || outcome.is === 'reset' ? outcome.afterMs : undefined
    const waitedMs = Math.round(endedMs ?? held.tookMs)
    const seen = trickled
      ? cite(held, says`it began an answer and did not finish it within ${waitedMs} ms`)
      : ended
        ? cite(held, says`it took our hello, sent nothing, and ended the connection after ${waitedMs} ms`)
        : cite(held, says`it took our hello and sent nothing within ${waitedMs} ms`)
    return {
      is: 'present',
      certainty: 'likely',
      bearing: bearingAt(evidence, at),
      facts: { endpoint: at ?? '', overTls: transport === 'tls', waitedMs, trickled, ended, atTimes: false },
      because: [seen],
    }
  },
  advise,
})

/** What a repetition shows: some hellos are left without an answer, and others are not. */
function atTimes(evidence: Evidence, at: Endpoint): Inference<Facts> | null {
  const rounds = heldBackAt(evidence, at, 'wire')
  const [first, ...rest] = rounds === undefined ? [] : citeRounds(rounds)
  if (rounds === undefined || first === undefined) return null
  const overTls = effective(evidence)?.tls === true
  const waitedMs = Math.round(rounds.failed[0]?.tookMs ?? 0)
  return {
    is: 'present',
    certainty: 'likely',
    bearing: 'fault',
    facts: { endpoint: at, overTls, waitedMs, trickled: false, ended: false, atTimes: true },
    because: [first, ...rest],
  }
}

function withheld({ saw: { outcome } }: HelloLook): boolean {
  return outcome.is === 'silent' || (outcome.is === 'malformed' && outcome.problem === 'too-slow')
}

/** A handshake with TLS on the same address: done, refused by TLS's own means, or not asked for yet. */
function handshakeAt(
  evidence: Evidence,
  at: Endpoint | null,
  address: string,
): SeenLook<'tls.handshake'> | 'unasked' | null {
  const looks = looksOf(evidence, 'tls.handshake', at ?? undefined).filter(
    (look) => look.ask.vary.address === address,
  )
  if (looks.length === 0) return 'unasked'
  const spoken = looks.find(
    (look) => look.status === 'seen' && (look.saw.outcome.is === 'secure' || look.saw.alerts.some(received)),
  )
  return spoken?.status === 'seen' ? spoken : null
}

function received({ direction }: { readonly direction: 'received' | 'sent' }): boolean {
  return direction === 'received'
}
