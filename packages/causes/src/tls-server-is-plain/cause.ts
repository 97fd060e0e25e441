import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence, Inference } from '@mongowhy/core'

import {
  answeredIn,
  endedWithoutByte,
  hellos,
  notYetAsked,
  overHandshakes,
  plainHello,
  spokeTls,
} from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-server-is-plain',
  title: 'The server does not speak TLS, the client does',
  scope: 'endpoint',
  explains: ['tls-refused-before-certificate', 'tls-silent', 'tls-not-mongodb', 'tcp-reset-by-middlebox'],
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  // Tried by a hello without credentials: it shows that the port speaks MongoDB in the clear, and is no advice to use it so.
  remedy: () => ({ change: 'tls', tls: false }),
  advise: ({ endpoint }) => ({
    title: says`${endpoint} does not speak TLS, and the connection string asks for it`,
    explanation: says`Our TLS hello got no TLS back, and the same address answers MongoDB's protocol without TLS at once. A mongod that is started without TLS ends such a connection without a word.`,
    steps: [
      says`If this server is meant to be without TLS (a development machine, say): remove tls=true (or ssl=true) from the connection string; mongodb+srv:// switches TLS on by itself and needs tls=false.`,
      says`If it is meant to have TLS: start mongod with net.tls.mode: requireTLS and net.tls.certificateKeyFile, then restart it. Credentials sent to it as it is now are readable on the way.`,
      says`Check the host and port: a tunnel or proxy that ends TLS itself also leaves a plain port.`,
    ],
  }),
})

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { saw } = look
  const endpoint = look.ask.endpoint ?? ''
  if (spokeTls(saw) || saw.alerts.some(({ direction }) => direction === 'received')) {
    return absent(cite(look, says`${endpoint} speaks TLS`))
  }
  const speaksWire = saw.outcome.is === 'not-tls' && saw.outcome.protocol === 'mongodb'
  const unclear = saw.outcome.is === 'not-tls' && saw.outcome.protocol === 'unknown'
  const seen = speaksWire
    ? cite(look, says`${endpoint} answered our TLS hello in MongoDB's plain protocol`)
    : cite(look, says`${endpoint} sent no TLS in answer to our TLS hello`)
  const plain = answeredIn(evidence, look.ask.endpoint, 'plain', saw.address)
  if (plain !== undefined)
    return present(endpoint, [seen, cite(plain, says`it answered a hello without TLS`)])
  if (speaksWire) return present(endpoint, [seen])
  if (!endedWithoutByte(saw) && !unclear) return unknown()
  const open = notYetAsked(evidence, plainHello(look))
  if (open.length > 0) return unknown(...open)
  const unanswered = hellos(evidence, look.ask.endpoint, 'plain', saw.address)[0]
  return unanswered === undefined
    ? unknown()
    : absent(cite(unanswered, says`${endpoint} does not answer a hello without TLS either`))
}

function present(endpoint: Endpoint, because: readonly [Citation, ...Citation[]]): Inference<Facts> {
  return { is: 'present', certainty: 'certain', bearing: 'fault', facts: { endpoint }, because }
}
