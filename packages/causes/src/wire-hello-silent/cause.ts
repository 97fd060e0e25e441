import { absent, cite, defineCause, looksOf, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference, SeenLook } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { ask } from '../kit/evidence.ts'
import { bearingAt } from '../kit/reach.ts'
import { citeRounds, heldBackAt } from '../kit/rounds.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly overTls: boolean
  readonly waitedMs: number
  readonly trickled: boolean
  /** Some hellos are answered. */
  readonly atTimes: boolean
}

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
    const held = hellos.find((look) => look.saw.transport === transport && withheld(look))
    if (held === undefined) return unknown()
    const trickled = held.saw.outcome.is === 'malformed'
    if (transport === 'plain' && !trickled) {
      const secured = handshakeAt(evidence, at, held.saw.address)
      if (secured === 'unasked') return unknown(ask('tls.handshake', at, { address: held.saw.address }))
      if (secured !== null) return absent(cite(secured, says`it speaks TLS on this port`))
    }
    const waitedMs = Math.round(held.tookMs)
    const seen = trickled
      ? cite(held, says`it began an answer and did not finish it within ${waitedMs} ms`)
      : cite(held, says`it took our hello and sent nothing within ${waitedMs} ms`)
    return {
      is: 'present',
      certainty: 'likely',
      bearing: bearingAt(evidence, at),
      facts: { endpoint: at ?? '', overTls: transport === 'tls', waitedMs, trickled, atTimes: false },
      because: [seen],
    }
  },
  advise: ({ endpoint, overTls, waitedMs, trickled, atTimes: some }) => ({
    title: some
      ? says`${endpoint} accepts connections and leaves some first messages without an answer`
      : trickled
        ? says`${endpoint} does not finish its answer to the first message`
        : says`${endpoint} accepts connections and does not answer the first message`,
    explanation: says`The connection stands${overTls ? ', TLS too,' : ''} and then nothing complete comes within ${waitedMs} ms${some ? ', in some of several tries' : ''}. A healthy server answers a hello at once, before any login, so this is usually a server that hangs: a stalled disk, exhausted memory or threads, a process that was stopped. A proxy whose own server is gone, or a service that is not MongoDB and waits, look the same.`,
    steps: [
      says`On the server: is mongod running (not stopped, state T or D in ps), and does its log still grow? Look at disk latency and free memory.`,
      says`From the server itself: mongosh --port ${portOf(endpoint)} --eval "db.hello()". If that answers, something between here and there swallows the data.`,
      says`If a load balancer, tunnel or service mesh stands in front: does its target still exist?`,
    ],
    operator: [
      says`mongod at ${endpoint}: the state of the process (\`ps\`, D or T), the growth of its log, disk latency, free memory.`,
      says`Balancer, tunnel or service mesh before it: the health of its targets.`,
    ],
    confirm: says`Run the hello on the server's own machine: no answer there means that the server hangs, an answer means that what stands between does.`,
  }),
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
    facts: { endpoint: at, overTls, waitedMs, trickled: false, atTimes: true },
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

function portOf(endpoint: Endpoint): string {
  return endpoint.slice(endpoint.lastIndexOf(':') + 1)
}
