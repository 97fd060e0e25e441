import { absent, cite, defineCause, says, timesOf, trialsAt, variationOf } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence, Inference, Phrase } from '@mongowhy/core'

import { endedLate } from '../kit/closing.ts'
import { helloSizeExperiment, withoutName } from '../kit/experiments/hello-size.ts'
import { citeRounds, heldBackAt } from '../kit/rounds.ts'
import { answeredIn, hellos, overHandshakes, spokeTls, wantsTls } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  /** `ended`: nothing, and then the end of the connection; `some`: nothing came in some handshakes, while others succeeded. */
  readonly after: 'nothing' | 'server-hello' | 'ended' | 'some'
  readonly waitedMs: number
  /** Without this name in the hello it is answered. */
  readonly name: string | null
}

const locally: Phrase = says`On the server: does it answer locally ("openssl s_client -connect localhost:PORT", "mongosh")? If not, it hangs: look at its log, disk and load.`

const between: Phrase = says`If a balancer or tunnel stands between: does it have a healthy server behind it? Many accept connections before they know.`

export const cause: Cause = defineCause<Facts>({
  code: 'tls-silent',
  title: 'The server accepts the connection and stays silent in the TLS handshake',
  scope: 'endpoint',
  experiments: [helloSizeExperiment],
  infer: (evidence, at) =>
    atTimes(evidence, at) ?? overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise: ({ endpoint, after, waitedMs, name }) => ({
    title:
      name !== null
        ? says`${endpoint} does not answer a TLS hello that names ${name}, and answers one without a name`
        : after === 'ended'
          ? says`${endpoint} accepts the connection and ends it after ${(waitedMs / 1_000).toFixed(1)} s without an answer to the TLS hello`
          : after !== 'server-hello'
            ? says`${endpoint} accepts ${after === 'some' ? 'connections' : 'the connection'} and does not answer ${after === 'some' ? 'some TLS hellos' : 'the TLS hello'}`
            : says`${endpoint} begins the TLS handshake and then falls silent`,
    explanation:
      name !== null
        ? says`The same address answered, in turn with the silence, a hello that differs in nothing but the server name. So whoever keeps silent read the name: a filter on the way that drops by name, or a balancer that serves several names and says nothing to one that it does not know.`
        : after === 'some'
          ? says`The same hello was answered at times and left without an answer within ${waitedMs} ms at others. So neither its size nor an access list is the reason: the server is overloaded or stalls, packets are lost on the way, or one of several machines behind the address hangs.`
          : after === 'ended'
            ? says`The TCP connection was opened, our TLS hello was sent, and after ${waitedMs} ms without a byte the connection was ended. A server that does not want a hello says so at once, or ends the connection at once. What waits first usually waits for somebody else: a balancer, proxy or tunnel that tries to reach the server behind it, and gives up. A server that hangs, behind something with a time limit, looks the same.`
            : after === 'nothing'
              ? says`The TCP connection was opened, our TLS hello was sent, and not one byte came back within ${waitedMs} ms. So the port is reachable; what accepts there does not go on: a server that hangs or is overloaded, a balancer without a healthy server behind it, or a device on the way that lets small packets through and drops larger ones.`
              : says`The server's first TLS message arrived, the rest did not within ${waitedMs} ms. Large packets lost on the way (an MTU that is too small, a VPN) look like this, and so does a server that hangs.`,
    steps: [
      ...(name === null ? [] : byNameSteps(name)),
      ...(after === 'ended' ? [between, locally] : [locally, between]),
      says`If a VPN or tunnel stands between: try without it, or with a smaller MTU ("ping -M do -s 1400 HOST" shows what gets through).`,
    ],
    operator: [
      says`The log of mongod at ${endpoint} at that time, and \`openssl s_client -connect localhost:PORT\` on the machine itself.`,
      says`Balancer or tunnel before it: the health of its targets.`,
      says`MTU between server and client, where a VPN or tunnel stands between.`,
    ],
    confirm: says`Compare "openssl s_client -connect ${endpoint} -tls1_2" with "-tls1_3", whose hello is larger: an answer to the small one alone means packets lost on the way. Silence to both: the server or its balancer.`,
  }),
})

function byNameSteps(name: string): readonly Phrase[] {
  return [
    says`Compare ${name} with the name that whoever runs the server gave you; a balancer that routes by name must have it in its table.`,
    says`Try from another network, a phone's hotspot say: if it is answered there, whoever runs the network here filters ${name}.`,
  ]
}

/** That a hello without the name is answered where the same with it is not, as a citation; null where it is not so. */
function answeredWithoutName(evidence: Evidence, { ask: { endpoint } }: HandshakeLook): Citation | null {
  if (endpoint === null) return null
  const trials = trialsAt(evidence, helloSizeExperiment, endpoint)
  const unnamed = variationOf(trials, withoutName)
  const [look] = unnamed.looks
  if (look === undefined || trials.control.steady !== 'silence' || unnamed.steady !== 'an answer') return null
  return cite(look, says`a hello without a server name was answered, ${timesOf(unnamed, 'an answer')} times`)
}

/** What a repetition shows: some handshakes get no answer, and others do, without a change of anything here. */
function atTimes(evidence: Evidence, at: Endpoint | null): Inference<Facts> | null {
  const rounds = at === null || wantsTls(evidence) !== true ? undefined : heldBackAt(evidence, at, 'tls')
  const [first, ...rest] = rounds === undefined ? [] : citeRounds(rounds)
  if (at === null || rounds === undefined || first === undefined) return null
  const waitedMs = Math.round(rounds.failed[0]?.tookMs ?? 0)
  return {
    is: 'present',
    certainty: 'likely',
    bearing: 'fault',
    facts: { endpoint: at, after: 'some', waitedMs, name: null },
    because: [first, ...rest],
  }
}

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { saw } = look
  const endpoint = look.ask.endpoint ?? ''
  const ended = endedLate(evidence, look)
  if (saw.outcome.is !== 'silent' && !ended)
    return absent(cite(look, says`${endpoint} did answer the TLS hello`))
  const plain = answeredIn(evidence, look.ask.endpoint, 'plain', saw.address)
  if (plain !== undefined) return absent(cite(plain, says`${endpoint} answers without TLS`))
  const endedMs = saw.outcome.is === 'closed' || saw.outcome.is === 'reset' ? saw.outcome.afterMs : undefined
  const waitedMs = Math.round(endedMs ?? look.tookMs)
  const byName = ended ? null : answeredWithoutName(evidence, look)
  const unanswered = hellos(evidence, look.ask.endpoint, 'plain', saw.address)[0]
  return {
    is: 'present',
    certainty: 'likely',
    bearing: 'fault',
    facts: {
      endpoint,
      after: ended ? 'ended' : spokeTls(saw) || saw.bytesRead > 0 ? 'server-hello' : 'nothing',
      waitedMs,
      name: byName === null ? null : saw.servername,
    },
    because: [
      cite(
        look,
        ended
          ? says`${endpoint} took our TLS hello, sent nothing, and ended the connection after ${waitedMs} ms`
          : says`${endpoint} sent ${saw.bytesRead} bytes in answer to our TLS hello within ${waitedMs} ms`,
      ),
      ...(byName === null ? [] : [byName]),
      ...(unanswered === undefined ? [] : [cite(unanswered, says`it does not answer without TLS either`)]),
    ],
  }
}
