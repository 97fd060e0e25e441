import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-runtime-network-bug',
  confirm:
    'Run the same few lines under Node (or `openssl s_client` to the same host) on this machine: it works there, then the other runtime is at fault.',
  symptoms: [
    {
      driver: 'bun',
      pattern: /\bDNSException: querySrv|querySrv E\w{3,15}|getaddrinfo E\w{3,15}|dns\.resolveSrv/,
      with: ['runtime:bun'],
      certainty: 'likely',
      weight: 3,
      sample: `DNSException: querySrv ECONNREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net
 syscall: "querySrv", Bun v1.1.34`,
    },
    {
      driver: 'deno',
      pattern:
        /received fatal alert: (?:InternalError|\w{4,40})|ERR_SSL_TLSV1_ALERT|InvalidData: received|UnknownIssuer|tls handshake eof|BadResource|querySrv|Not implemented: |(?:node|ext):[\w/.-]{0,60} is not (?:yet )?(?:implemented|supported)/,
      with: ['runtime:deno'],
      certainty: 'likely',
      weight: 3,
      sample:
        'error: Uncaught (in promise) MongoServerSelectionError: received fatal alert: InternalError (Deno 2.0.0, npm:mongodb@6)',
    },
    {
      driver: 'bun',
      pattern:
        /MongoServerSelectionError|MongoNetworkError|MongooseServerSelectionError|ERR_\w{3,40}|unable to verify/,
      with: [/Bun v?\d|oven-sh\/bun/],
      unless: ['errno:refused'],
      certainty: 'likely',
      weight: 1,
      sample: `MongoServerSelectionError: Server selection timed out after 30000 ms
Bun v1.0.15 (Linux x64)`,
    },
    {
      driver: 'bun',
      pattern: 'runtime:bun',
      certainty: 'possible',
      weight: 4,
      sample: `Bun v1.1.0
MongoNetworkError: socket hang up`,
    },
    {
      driver: 'deno',
      pattern: 'runtime:deno',
      certainty: 'possible',
      weight: 4,
      sample: `Deno 2.1.0
MongoNetworkError: connection closed`,
    },
    {
      driver: 'any',
      pattern: /\bDNSException: (?:querySrv|queryTxt|getaddrinfo)/,
      certainty: 'likely',
      weight: 6,
      sample: 'DNSException: querySrv ECONNREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: /InvalidData: (?:received fatal alert|invalid peer certificate)/,
      certainty: 'likely',
      weight: 4,
      sample: 'InvalidData: received fatal alert: InternalError',
    },
    {
      driver: 'any',
      pattern:
        /is not (?:yet )?(?:implemented|supported) in (?:Bun|Deno)|Not implemented: (?:node:)?(?:tls|net|dns)/,
      certainty: 'likely',
      weight: 3,
      sample: 'TypeError: node:tls createSecurePair is not yet implemented in Bun',
    },
    {
      driver: 'node',
      pattern: /internalConnectMultiple|afterConnectMultiple/,
      with: [/ERR_INTERNAL_ASSERTION|AssertionError/],
      certainty: 'likely',
      weight: 3,
      sample: `Error [ERR_INTERNAL_ASSERTION]: This is caused by either a bug in Node.js or incorrect usage of Node.js internals.
    at internalConnectMultiple (node:net:1077:3)`,
    },
  ],
}
