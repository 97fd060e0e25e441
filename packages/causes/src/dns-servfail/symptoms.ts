import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-servfail',
  confirm:
    'Ask another resolver, then the same one with checking disabled (`dig +cd`): it answers then, DNSSEC is broken; only the other answers, the first is.',
  symptoms: [
    {
      driver: 'node',
      pattern: /query(?:Srv|A|Aaaa) ESERVFAIL/,
      certainty: 'likely',
      weight: 4,
      sample: 'Error: querySrv ESERVFAIL _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern:
        /answered SERVFAIL|rcode[ =:]{1,3}SERVFAIL|status: SERVFAIL|\[response code 2\]|DNS server failure|ServFail\b|Server Failure|\{:error, :servfail\}/,
      unless: [/queryTxt|IN TXT/],
      certainty: 'likely',
      weight: 3,
      sample:
        'dns.resolver.NoNameservers: All nameservers failed to answer the query _mongodb._tcp.cluster0.ab1cd.mongodb.net. IN SRV: Server Do53:10.0.0.2@53 answered SERVFAIL',
    },
    {
      driver: 'go',
      pattern: /lookup [^\n]{0,200}: server misbehaving/,
      certainty: 'likely',
      sample: 'lookup _mongodb._tcp.cluster0.ab1cd.mongodb.net on 127.0.0.53:53: server misbehaving',
    },
    {
      driver: 'go',
      pattern: /lookup [^\n]{0,200} on 127\.0\.0\.(?:53|11):53: server misbehaving/,
      certainty: 'likely',
      weight: 2,
      sample: 'lookup db.example.net on 127.0.0.11:53: server misbehaving',
    },
    {
      driver: 'any',
      pattern: /getaddrinfo EAI_FAIL|\[Errno -4\]|non-recoverable failure in name resolution/i,
      certainty: 'possible',
      weight: 1,
      sample: 'getaddrinfo EAI_FAIL db.example.net',
    },
    {
      driver: 'csharp',
      pattern: /A non-recoverable error occurred during a database lookup|\(11003\)/,
      certainty: 'likely',
      weight: 1,
      sample:
        'System.Net.Sockets.SocketException (11003): A non-recoverable error occurred during a database lookup',
    },
    {
      driver: 'c',
      pattern: /A temporary error occurred on an authoritative name server/,
      certainty: 'possible',
      weight: 6,
      sample:
        'Failed to look up SRV record "_mongodb._tcp.cluster0.lab.test": A temporary error occurred on an authoritative name server. Try again later.',
    },
  ],
}
