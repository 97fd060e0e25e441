import { absent, cite, defineCause, endpointParts, says, unknown } from '@mongowhy/core'
import type { Cause, Certainty, Endpoint, Evidence, Inference, PeerProtocol, Phrase } from '@mongowhy/core'

import { answered, handshakes } from '../kit/deployment.ts'
import { hellos, notYetAsked, plainHello, surest, wantsTls } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly port: number | null
  readonly protocol: PeerProtocol
  readonly excerpt: string
  readonly within: 'tls' | 'plain'
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-not-mongodb',
  title: 'Something other than MongoDB answers on this port',
  scope: 'endpoint',
  explains: ['tls-refused-before-certificate', 'tls-client-is-plain', 'wire-hello-silent'],
  infer(evidence, at) {
    const wanted = wantsTls(evidence)
    if (at === null || wanted === undefined) return unknown()
    const reply = answered(evidence, at)
    if (reply !== undefined) return absent(cite(reply.look, says`${at} answered MongoDB's protocol`))
    const tls = wanted ? handshakes(evidence, at).map((look) => judgeHandshake(evidence, look)) : []
    return surest([...tls, ...judgeHellos(evidence, at)])
  },
  advise: ({ endpoint, port, protocol, excerpt, within }) => ({
    title: says`${endpoint} is not MongoDB: ${named[protocol]} answers there`,
    explanation:
      within === 'tls'
        ? says`The TLS handshake succeeded, and what answered within it was not MongoDB's protocol but began with "${excerpt}".`
        : says`What came back to our first message was neither TLS nor MongoDB's protocol but began with "${excerpt}".`,
    steps: [
      port === null
        ? says`Check the path of the socket in the connection string.`
        : says`Check host and port in the connection string: MongoDB listens on 27017 unless set otherwise, and this is port ${port}.`,
      ...(protocol === 'http' ? httpSteps : []),
      says`If a tunnel, balancer or container maps this port, check that it leads to the MongoDB server.`,
    ],
    ...(protocol === 'unknown'
      ? {
          confirm: says`See which program listens there: "ss -ltnp" on that host, or its container's port list.`,
        }
      : {}),
  }),
})

const httpSteps: readonly Phrase[] = [
  says`A web address, a REST endpoint or an HTTP proxy cannot be used in a MongoDB connection string.`,
  says`On a guest or hotel network, a sign-in page may answer for every address: sign in with a browser first.`,
]

const named: Readonly<Record<PeerProtocol, string>> = {
  mongodb: 'a MongoDB-like server',
  http: 'a web server or HTTP proxy',
  ssh: 'an SSH server',
  'smtp-or-ftp': 'a mail or FTP server',
  mysql: 'a MySQL or MariaDB server',
  postgresql: 'a PostgreSQL server',
  redis: 'a Redis server',
  socks: 'a SOCKS proxy',
  tls: 'a TLS server',
  unknown: 'something unknown',
}

function judgeHandshake(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { outcome, address } = look.saw
  const at = look.ask.endpoint ?? ''
  if (outcome.is !== 'not-tls') return unknown()
  if (outcome.protocol === 'mongodb' || outcome.protocol === 'tls') {
    return absent(cite(look, says`${at} speaks MongoDB's protocol or TLS`))
  }
  if (outcome.protocol === 'unknown') {
    // A MongoDB-compatible server may answer a TLS hello with an error of its own making.
    const open = notYetAsked(evidence, plainHello(look))
    if (open.length > 0) return unknown(...open)
    const plain = hellos(evidence, look.ask.endpoint, 'plain', address)[0]
    if (plain === undefined) return unknown()
  }
  return {
    is: 'present',
    certainty: certaintyOf(outcome.protocol),
    bearing: 'fault',
    facts: factsOf(at, outcome.protocol, outcome.excerpt, 'plain'),
    because: [cite(look, says`${at} answered our TLS hello with "${outcome.excerpt}"`)],
  }
}

function judgeHellos(evidence: Evidence, at: Endpoint): readonly Inference<Facts>[] {
  return (['plain', 'tls'] as const).flatMap((transport) =>
    hellos(evidence, at, transport).map((look): Inference<Facts> => {
      const { outcome } = look.saw
      // A TLS alert in answer to a plain hello is what a TLS server sends, a MongoDB's too.
      if (outcome.is !== 'not-mongodb' || outcome.protocol === 'tls' || outcome.protocol === 'mongodb')
        return unknown()
      return {
        is: 'present',
        certainty: certaintyOf(outcome.protocol),
        bearing: 'fault',
        facts: factsOf(at, outcome.protocol, outcome.excerpt, transport),
        because: [cite(look, says`${at} answered a hello with "${outcome.excerpt}"`)],
      }
    }),
  )
}

function factsOf(
  endpoint: Endpoint,
  protocol: PeerProtocol,
  excerpt: string,
  within: Facts['within'],
): Facts {
  return { endpoint, port: endpointParts(endpoint).port, protocol, excerpt: excerpt.slice(0, 60), within }
}

/** A banner that names its protocol leaves no doubt; bytes that we cannot place do. */
function certaintyOf(protocol: PeerProtocol): Certainty {
  return protocol === 'unknown' ? 'likely' : 'certain'
}
