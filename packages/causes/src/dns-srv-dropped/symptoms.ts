import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-srv-dropped',
  confirm:
    'Ask the same resolver for an address and for the SRV record (`nslookup HOST`, `nslookup -type=SRV _mongodb._tcp.HOST`): the first answered and the second not settles it.',
  symptoms: [
    {
      driver: 'node',
      pattern: /query(?:Srv|Txt) ETIMEOUT/,
      unless: [/queryTxt/],
      certainty: 'likely',
      weight: 3,
      sample: 'Error: querySrv ETIMEOUT _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'node',
      pattern: /querySrv ETIMEOUT/,
      certainty: 'likely',
      weight: 1,
      sample: 'Error: querySrv ETIMEOUT _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'pymongo',
      pattern: /DNS operation timed out|LifetimeTimeout|resolution lifetime expired/,
      certainty: 'likely',
      weight: 2,
      sample:
        'pymongo.errors.ConfigurationError: The resolution lifetime expired after 21.154 seconds: Server Do53:192.168.1.1@53 answered The DNS operation timed out.',
    },
    {
      driver: 'java',
      pattern:
        /Timed out while waiting to resolve SRV records|Failed looking up (?:SRV|TXT) record[\s\S]{0,600}(?:CommunicationException|DNS error[\s\S]{0,200}timed out|SocketTimeoutException)/,
      certainty: 'likely',
      weight: 3,
      sample:
        'com.mongodb.MongoTimeoutException: Timed out while waiting to resolve SRV records for cluster0.ab1cd.mongodb.net.',
    },
    {
      driver: 'go',
      pattern: /lookup _mongodb\._tcp\.[^\n]{0,200}i\/o timeout/,
      certainty: 'likely',
      weight: 2,
      sample:
        'error parsing uri: lookup _mongodb._tcp.cluster0.ab1cd.mongodb.net on 192.168.1.1:53: read udp 192.168.1.5:51234->192.168.1.1:53: i/o timeout',
    },
    {
      driver: 'go',
      pattern:
        /lookup cluster\w{0,30}\.[\w-]{1,20}\.mongodb\.net[^\n]{0,120}dnsquery: (?:This operation returned because the timeout period expired|DNS server failure)/,
      certainty: 'likely',
      weight: 2,
      sample:
        'error parsing uri: lookup cluster0.ab1cd.mongodb.net on 192.168.1.1:53: dnsquery: This operation returned because the timeout period expired.',
    },
    {
      driver: 'rust',
      pattern:
        /(?:DNS resolution|\bSRV\b|_mongodb)[^\n]{0,120}(?:request timed out|proto error: request timed out|timed out)/i,
      certainty: 'likely',
      weight: 2,
      sample: 'Error: Kind: An error occurred during DNS resolution: proto error: request timed out',
    },
    {
      driver: 'csharp',
      pattern:
        /DnsResponseException[^\n]{0,200}(?:timed out|timeout)|Query \d+ => _mongodb\._tcp[^\n]{0,200}timed out/,
      certainty: 'likely',
      weight: 2,
      sample:
        'DnsClient.DnsResponseException: Query 12345 => _mongodb._tcp.cluster0.ab1cd.mongodb.net IN SRV on 192.168.1.1:53 timed out or is a transient error.',
    },
    {
      driver: 'mongosh',
      pattern: /querySrv ETIMEOUT|queryTxt ETIMEOUT/,
      certainty: 'likely',
      weight: 2,
      sample: 'Error: querySrv ETIMEOUT _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'mongo-shell',
      pattern:
        /(?:dns_query|res_nquery|DNS) [^\n]{0,60}(?:timed out|timeout|Operation timed out)|Failed to look up service[^\n]{0,120}(?:timed out|timeout period)/i,
      certainty: 'likely',
      sample:
        'DNSProtocolError: Failed to look up service "_mongodb._tcp.cluster0.ab1cd.mongodb.net": This operation returned because the timeout period expired.',
    },
    {
      driver: 'elixir',
      pattern: /\{:error, :timeout\}[^\n]{0,120}(?:srv|inet_res)|inet_res[^\n]{0,120}timeout/,
      certainty: 'likely',
      weight: 1,
      sample: 'inet_res.getbyname failed {:error, :timeout} srv',
    },
    {
      driver: 'c',
      pattern: /A temporary error occurred on an authoritative name server/,
      certainty: 'possible',
      weight: 5,
      sample:
        'Failed to look up SRV record "_mongodb._tcp.cluster0.lab.test": A temporary error occurred on an authoritative name server. Try again later.',
    },
    {
      driver: 'java',
      pattern: /Client view of cluster state is \{type=UNKNOWN, servers=\[\]/,
      unless: [/srvResolutionException/],
      certainty: 'likely',
      weight: 2,
      sample: `created with settings MongoClientSettings{clusterSettings={hosts=[127.0.0.1:27017], srvHost=cluster0.lab.test, mode=MULTIPLE}}
com.mongodb.MongoTimeoutException: Timed out while waiting for a server that matches ReadPreferenceServerSelector{readPreference=primary}. Client view of cluster state is {type=UNKNOWN, servers=[]`,
    },
    {
      driver: 'rust',
      pattern: /DnsResolve \{ message: "[^"\n]{0,120}timed out/,
      certainty: 'likely',
      weight: 2,
      sample: 'Error: Error { kind: DnsResolve { message: "request timed out" }, labels: {}',
    },
    {
      driver: 'bun',
      pattern: /srv lookup failed: Timeout while contacting DNS servers|DNS_ETIMEOUT/,
      certainty: 'likely',
      weight: 2,
      sample:
        'error: srv lookup failed: Timeout while contacting DNS servers code: "DNS_ETIMEOUT" mongodb+srv bun',
    },
  ],
}
