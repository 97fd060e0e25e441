import { says } from '@mongowhy/core'
import type { Certainty, PeerProtocol, Phrase } from '@mongowhy/core'

/** What a peer is, by what it speaks, for people. */
export const peerNames: Readonly<Record<PeerProtocol, string>> = {
  mongodb: 'a MongoDB-like server',
  http: 'a web server or HTTP proxy',
  http2: 'an HTTP/2 server (gRPC, say)',
  ssh: 'an SSH server',
  'smtp-or-ftp': 'a mail or FTP server',
  mysql: 'a MySQL or MariaDB server',
  postgresql: 'a PostgreSQL server',
  redis: 'a Redis server',
  memcached: 'a memcached server',
  amqp: 'an AMQP broker (RabbitMQ, say)',
  socks: 'a SOCKS proxy',
  tls: 'a TLS server',
  echo: 'something that sends back what it is sent',
  unknown: 'something unknown',
}

export const echoed: Phrase = says`What came back to our first message was that message itself. An echo service does that, and a tunnel or proxy that leads back to where it was entered.`

/** A banner that names its protocol leaves no doubt; bytes that we cannot place do. */
export function protocolCertainty(protocol: PeerProtocol): Certainty {
  return protocol === 'unknown' ? 'likely' : 'certain'
}

/** What to do where another service answers on the port. */
export function wrongPortSteps(port: number | null, protocol: PeerProtocol): readonly Phrase[] {
  return [
    port === null
      ? says`Check the path of the socket in the connection string.`
      : says`Check host and port in the connection string: MongoDB listens on 27017 unless set otherwise, and this is port ${port}.`,
    ...(protocol === 'http' || protocol === 'http2' ? httpSteps : []),
    says`If a tunnel, balancer or container maps this port, check that it leads to the MongoDB server.`,
  ]
}

const httpSteps: readonly Phrase[] = [
  says`A web address, a REST endpoint or an HTTP proxy cannot be used in a MongoDB connection string.`,
  says`On a guest or hotel network, a sign-in page may answer for every address: sign in with a browser first.`,
]

/** The one check where the protocol is not known; nothing where it is. */
export function whoListens(protocol: PeerProtocol): { readonly confirm?: Phrase } {
  return protocol === 'unknown'
    ? {
        confirm: says`See which program listens there: "ss -ltnp" on that host, or its container's port list.`,
      }
    : {}
}
