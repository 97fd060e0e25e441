import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-runtime-network-bug',
  symptoms: [
    {
      driver: 'bun',
      pattern: /DNSException: query(?:Srv|Txt) E[A-Z]{3,20}/,
      certainty: 'likely',
      sample: `DNSException: querySrv ECONNREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net`,
    },
    {
      driver: 'deno',
      pattern: /received fatal alert: (?:InternalError|HandshakeFailure)/,
      certainty: 'possible',
      sample: `InvalidData: received fatal alert: InternalError`,
    },
    {
      driver: 'deno',
      pattern:
        /invalid peer certificate: (?:UnknownIssuer|BadEncoding|CaUsedAsEndEntity|UnsupportedCertVersion)/,
      certainty: 'possible',
      sample: `InvalidData: invalid peer certificate: CaUsedAsEndEntity`,
    },
    {
      driver: 'bun',
      pattern: /TypeError: [^\n]{0,80}(?:node:net|node:tls|node:dns)[^\n]{0,80} is not (?:yet )?implemented/,
      certainty: 'likely',
      sample: `TypeError: node:tls createSecurePair is not yet implemented in Bun`,
    },
  ],
}
