import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-runtime-resolver',
  confirm:
    'In the program, print `dns.getServers()`: 127.0.0.1, ::1 or fe80:: alone there, while the system resolves the name, settles it; any other resolver in the list is the one that refused.',
  symptoms: [
    {
      driver: 'node',
      pattern: /query(?:Srv|Txt) ECONNREFUSED/,
      certainty: 'likely',
      weight: 3,
      sample: 'Error: querySrv ECONNREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'node',
      pattern: /query(?:Srv|Txt) ECONNREFUSED/,
      with: ['os:windows'],
      certainty: 'likely',
      weight: 5,
      sample: `Error: querySrv ECONNREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net
    at QueryReqWrap.onresolve [as oncomplete] (node:internal/dns/promises:294:17)
Node.js v24.13.0
C:\\\\Users\\\\ada\\\\app`,
    },
    {
      driver: 'node',
      pattern: /query(?:Srv|Txt) ECONNREFUSED/,
      with: ['version:node-resolver-on-windows'],
      certainty: 'likely',
      weight: 6,
      sample: `Error: querySrv ECONNREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net
Node.js v22.22.0`,
    },
    {
      driver: 'any',
      pattern: /getServers\(\)[^\n]{0,40}\[ ?['"](?:127\.0\.0\.1|::1|fe80)/,
      certainty: 'likely',
      weight: 2,
      sample: `dns.getServers() [ '127.0.0.1' ]
querySrv ECONNREFUSED`,
    },
    {
      driver: 'go',
      pattern: /lookup [^\n]{0,200} on (?:127\.0\.0\.\d{1,3}|\[::1\]):53: [^\n]{0,120}connection refused/,
      certainty: 'likely',
      weight: 1,
      sample:
        'error parsing uri: lookup _mongodb._tcp.cluster0.ab1cd.mongodb.net on 127.0.0.1:53: read udp 127.0.0.1:41234->127.0.0.1:53: read: connection refused',
    },
    {
      driver: 'go',
      pattern: /lookup [^\n]{0,200} on \[::1\]:53: [^\n]{0,120}(?:refused|no such host|server misbehaving)/,
      certainty: 'likely',
      weight: 1,
      sample:
        'lookup cluster0-shard-00-00.ab1cd.mongodb.net on [::1]:53: read udp [::1]:35214->[::1]:53: read: connection refused',
    },
    {
      driver: 'pymongo',
      pattern: /Failed to resolve|All nameservers failed to answer|no nameservers/,
      certainty: 'possible',
      weight: 1,
      sample:
        'dns.resolver.NoNameservers: All nameservers failed to answer the query _mongodb._tcp.cluster0.ab1cd.mongodb.net. IN SRV: Server Do53:127.0.0.53@53 answered SERVFAIL',
    },
    {
      driver: 'pymongo',
      pattern:
        /(?:NoResolverConfiguration|cannot open \/etc\/resolv\.conf|Resolver configuration could not be read)/,
      certainty: 'likely',
      weight: 3,
      sample: 'dns.resolver.NoResolverConfiguration: cannot open /etc/resolv.conf',
    },
    {
      driver: 'any',
      pattern:
        /\/etc\/resolv\.conf[^\n]{0,80}(?:No such file|not found|cannot|empty)|io error[^\n]{0,20}resolv\.conf|no (?:name ?servers?|resolvers?) (?:configured|found)/i,
      certainty: 'likely',
      weight: 1,
      sample:
        'dns.resolver.NoResolverConfiguration: Resolver configuration could not be read or specified no nameservers.',
    },
    {
      driver: 'csharp',
      pattern:
        /Error resolving name servers|type initializer for 'MongoDB\.Driver\.Core\.Misc\.DnsClientWrapper'/,
      certainty: 'likely',
      weight: 2,
      sample: `System.AggregateException: 'Error resolving name servers (Could not find file "/etc/resolv.conf")' at MongoDB.Driver`,
    },
  ],
}
