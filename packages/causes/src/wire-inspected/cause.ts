import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { answeredIn, hellos, overHandshakes } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'
import { mintedAt } from '../kit/experiments/minted.ts'
import { interceptorOf } from '../kit/interception.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly product: string | null
  readonly issuer: string
  readonly how: 'http' | 'ended'
}

export const cause: Cause = defineCause<Facts>({
  code: 'wire-inspected',
  title: 'TLS inspection on the way drops what is no web traffic',
  scope: 'endpoint',
  refines: ['wire-not-mongodb', 'tls-client-certificate-required'],
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise: ({ endpoint, product, issuer, how }) => ({
    title: says`${product ?? 'TLS inspection'} on the way to ${endpoint} ${how === 'http' ? 'answers MongoDB as if it were a web request' : 'ends the connection after the first MongoDB message'}`,
    explanation: says`The TLS handshake succeeded, with a certificate by ${issuer}, which is not the server's own authority but that of a device that opens TLS. ${how === 'http' ? 'An HTTP answer' : 'The end of the connection'} then came in place of MongoDB's. Such devices expect web traffic and drop the rest.`,
    steps: [
      says`Ask whoever runs ${product ?? 'the network'} to exempt this host and port 27017 from TLS inspection ("do not decrypt"); allowing it is not enough.`,
      says`To see the difference, try from another network.`,
    ],
    confirm: says`From another network the same connection string gets a MongoDB answer, or the device's log shows the blocked connection at this moment.`,
  }),
})

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { saw } = look
  const at = look.ask.endpoint
  const endpoint = at ?? ''
  if (saw.outcome.is !== 'secure') return unknown()
  const reply = answeredIn(evidence, at, 'tls', saw.address)
  if (reply !== undefined)
    return absent(cite(reply, says`${endpoint} answered MongoDB's protocol within TLS`))
  const hello = hellos(evidence, at, 'tls', saw.address)[0]
  const product = interceptorOf(saw.chain)
  const minted = mintedAt(evidence, at)
  const issuer = saw.chain[0]?.issuer ?? ''
  if (product === null && minted?.minted !== true) {
    return absent(cite(look, says`nothing shows that its certificate, by ${issuer}, is not its own`))
  }
  const http = hello?.saw.outcome.is === 'not-mongodb' && hello.saw.outcome.protocol === 'http'
  const ended = hello?.saw.outcome.is === 'closed' || hello?.saw.outcome.is === 'reset'
  if (hello === undefined || (!http && !ended)) return unknown()
  return {
    is: 'present',
    // Behind the device may be a web server, or a server that hangs up: what it would say cannot be heard.
    certainty: http ? 'likely' : 'possible',
    bearing: 'fault',
    facts: { endpoint, product, issuer, how: http ? 'http' : 'ended' },
    because: [
      cite(look, says`${endpoint} showed a certificate by ${issuer}`),
      ...(minted?.minted === true ? [minted.says] : []),
      cite(
        hello,
        http
          ? says`within TLS a web answer came to our first message`
          : says`within TLS the connection ended after our first message`,
      ),
    ],
  }
}
