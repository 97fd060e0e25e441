import { absent, cite, defineCause, says } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { answeredIn, hellos, overHandshakes, spokeTls } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly after: 'nothing' | 'server-hello'
  readonly waitedMs: number
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-silent',
  title: 'The server accepts the connection and stays silent in the TLS handshake',
  scope: 'endpoint',
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise: ({ endpoint, after, waitedMs }) => ({
    title:
      after === 'nothing'
        ? says`${endpoint} accepts the connection and does not answer the TLS hello`
        : says`${endpoint} begins the TLS handshake and then falls silent`,
    explanation:
      after === 'nothing'
        ? says`The TCP connection was opened, our TLS hello was sent, and not one byte came back within ${waitedMs} ms. So the port is reachable; what accepts there does not go on: a server that hangs or is overloaded, a balancer without a healthy server behind it, or a device on the way that lets small packets through and drops larger ones.`
        : says`The server's first TLS message arrived, the rest did not within ${waitedMs} ms. Large packets lost on the way (an MTU that is too small, a VPN) look like this, and so does a server that hangs.`,
    steps: [
      says`On the server: does it answer locally ("openssl s_client -connect localhost:PORT", "mongosh")? If not, it hangs: look at its log, disk and load.`,
      says`If a balancer or tunnel stands between: does it have a healthy server behind it? Many accept connections before they know.`,
      says`If a VPN or tunnel stands between: try without it, or with a smaller MTU ("ping -M do -s 1400 HOST" shows what gets through).`,
    ],
    confirm: says`Compare "openssl s_client -connect ${endpoint} -tls1_2" with "-tls1_3", whose hello is larger: an answer to the small one alone means packets lost on the way. Silence to both: the server or its balancer.`,
  }),
})

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { saw } = look
  const endpoint = look.ask.endpoint ?? ''
  if (saw.outcome.is !== 'silent') return absent(cite(look, says`${endpoint} did answer the TLS hello`))
  const plain = answeredIn(evidence, look.ask.endpoint, 'plain', saw.address)
  if (plain !== undefined) return absent(cite(plain, says`${endpoint} answers without TLS`))
  const waitedMs = Math.round(look.tookMs)
  const unanswered = hellos(evidence, look.ask.endpoint, 'plain', saw.address)[0]
  return {
    is: 'present',
    certainty: 'likely',
    bearing: 'fault',
    facts: { endpoint, after: spokeTls(saw) || saw.bytesRead > 0 ? 'server-hello' : 'nothing', waitedMs },
    because: [
      cite(
        look,
        says`${endpoint} sent ${saw.bytesRead} bytes in answer to our TLS hello within ${waitedMs} ms`,
      ),
      ...(unanswered === undefined ? [] : [cite(unanswered, says`it does not answer without TLS either`)]),
    ],
  }
}
