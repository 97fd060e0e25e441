import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-resolver-refuses',
  confirm:
    'Ask another resolver for the same name (`nslookup -type=SRV _mongodb._tcp.HOST 1.1.1.1`): it answers, then the first one refuses; then look at `dns.getServers()` for one on this machine.',
  symptoms: [
    {
      driver: 'node',
      pattern: /query(?:Srv|Txt) ECONNREFUSED/,
      certainty: 'likely',
      weight: 2,
      sample: 'Error: querySrv ECONNREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'node',
      pattern: /query(?:Srv|Txt|A|Aaaa) EREFUSED/,
      certainty: 'likely',
      weight: 5,
      sample: 'Error: querySrv EREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern:
        /answered REFUSED|rcode[ =:]{1,3}REFUSED|status: REFUSED|\bREFUSED\b[^\n]{0,40}(?:SRV|dns)|DNS (?:query|server)[^\n]{0,40}refused/,
      certainty: 'likely',
      weight: 3,
      sample:
        'dns.resolver.NoNameservers: All nameservers failed to answer the query _mongodb._tcp.cluster0.ab1cd.mongodb.net. IN SRV: Server 10.0.0.2 UDP port 53 answered REFUSED',
    },
    {
      driver: 'pymongo',
      pattern: /All nameservers failed to answer the query/,
      unless: [/answered SERVFAIL/],
      certainty: 'likely',
      sample:
        'pymongo.errors.ConfigurationError: All nameservers failed to answer the query _mongodb._tcp.cluster0.ab1cd.mongodb.net. IN SRV: Server 10.0.0.2 UDP port 53 answered The DNS operation timed out.',
    },
    {
      driver: 'go',
      pattern: /lookup [^\n]{0,200}: server misbehaving/,
      certainty: 'likely',
      weight: 1,
      sample:
        'error parsing uri: lookup _mongodb._tcp.cluster0.ab1cd.mongodb.net on 10.0.0.2:53: server misbehaving',
    },
    {
      driver: 'go',
      pattern:
        /lookup [^\n]{0,200} on (?!127\.|\[::1\])[\d.:[\]a-f]{2,45}:53: [^\n]{0,120}connection refused/,
      certainty: 'likely',
      weight: 1,
      sample:
        'lookup cluster0.ab1cd.mongodb.net on 10.0.0.2:53: read udp 10.0.0.5:41234->10.0.0.2:53: read: connection refused',
    },
    {
      driver: 'java',
      pattern:
        /DNS (?:error|server)[^\n]{0,60}(?:refused|response code 5)|\[response code 5\]|OperationNotSupportedException: DNS operation/i,
      certainty: 'likely',
      weight: 2,
      sample: 'javax.naming.OperationNotSupportedException: DNS operation not supported [response code 5]',
    },
    {
      driver: 'rust',
      pattern: /(?:response_?code|response code):? ?(?:Query )?Refused|Query Refused/i,
      certainty: 'likely',
      weight: 1,
      sample:
        'Error: Kind: An error occurred during DNS resolution: no record found for Query { name: ... } response code: Query Refused',
    },
    {
      driver: 'any',
      pattern: /(?:mongodb\+srv|querySrv)[\s\S]{0,400}Operation not permitted/,
      certainty: 'possible',
      weight: 1,
      sample: 'Error: querySrv ECONNREFUSED ... Operation not permitted',
    },
    {
      driver: 'c',
      pattern: /A temporary error occurred on an authoritative name server/,
      certainty: 'possible',
      weight: 4,
      sample:
        'Failed to look up SRV record "_mongodb._tcp.cluster0.lab.test": A temporary error occurred on an authoritative name server. Try again later.',
    },
    {
      driver: 'rust',
      pattern: /DnsResolve \{ message: "[^"\n]{0,120}(?:refused|unreachable)/,
      certainty: 'likely',
      weight: 6,
      sample:
        'Error { kind: DnsResolve { message: "proto error: io error: Connection refused (os error 111)" }, labels: {} }',
    },
    {
      driver: 'prisma',
      pattern: /during DNS resolution: [^\n]{0,120}(?:refused|unreachable)/,
      certainty: 'likely',
      weight: 6,
      sample:
        'An error occurred during DNS resolution: proto error: io error: Connection refused (os error 111)',
    },
    {
      driver: 'rust',
      pattern: /during DNS resolution: [^\n]{0,120}no connections? available/i,
      certainty: 'likely',
      weight: 5,
      sample: 'Kind: An error occurred during DNS resolution: io error: No connections available, labels: {}',
    },
  ],
}
