import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-srv-name-missing',
  confirm:
    'Compare the host name letter by letter with the one that the provider shows now, and see there whether the cluster is running; ask a second resolver.',
  symptoms: [
    {
      driver: 'node',
      pattern: /querySrv ENOTFOUND/,
      certainty: 'likely',
      weight: 3,
      sample: 'Error: querySrv ENOTFOUND _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'pymongo',
      pattern:
        /The DNS query name does not exist:? _mongodb\._tcp|NXDOMAIN[^\n]{0,120}_mongodb\._tcp|_mongodb\._tcp[^\n]{0,120}(?:does not exist|NXDOMAIN)/,
      certainty: 'likely',
      weight: 3,
      sample:
        'pymongo.errors.ConfigurationError: The DNS query name does not exist: _mongodb._tcp.cluster0.ab1cd.mongodb.net.',
    },
    {
      driver: 'any',
      pattern: /The DNS query name does not exist/,
      certainty: 'likely',
      weight: 2,
      sample: 'dns.resolver.NXDOMAIN: The DNS query name does not exist: cluster0.ab1cd.mongodb.net.',
    },
    {
      driver: 'mongo-shell',
      pattern: /DNSHostNotFound: Failed to look up service|Failed to look up service "[^"\n]{0,20}_mongodb/,
      unless: [/timed? ?out|timeout/i],
      certainty: 'likely',
      weight: 3,
      sample:
        'DNSHostNotFound: Failed to look up service "_mongodb._tcp.cluster0.ab1cd.mongodb.net": No such file or directory',
    },
    {
      driver: 'go',
      pattern:
        /lookup (?:_mongodb\._tcp\.)[\w.-]{1,200}[^\n]{0,60}: no such host|error parsing uri: lookup [\w.-]{1,200}[^\n]{0,60}no such host/,
      certainty: 'likely',
      weight: 3,
      sample:
        'error parsing uri: lookup _mongodb._tcp.cluster0.ab1cd.mongodb.net on 10.0.0.2:53: no such host',
    },
    {
      driver: 'go',
      pattern: /lookup [\w.-]{1,200}[^\n]{0,60}dnsquery: DNS name does not exist/,
      certainty: 'likely',
      weight: 2,
      sample: 'error parsing uri: lookup cluster0.ab1cd.mongodb.net: dnsquery: DNS name does not exist.',
    },
    {
      driver: 'java',
      pattern:
        /Failed looking up SRV record for|Unable to look up SRV record|DNS name not found \[response code 3\]/,
      unless: [/CommunicationException|timed out|response code [25]|SocketTimeout/],
      certainty: 'likely',
      weight: 2,
      sample: `com.mongodb.MongoConfigurationException: Failed looking up SRV record for '_mongodb._tcp.cluster0.ab1cd.mongodb.net'.`,
    },
    {
      driver: 'rust',
      pattern:
        /DNS resolution:? [^\n]{0,200}(?:no record found|NXDomain)|no record found for [^\n]{0,100}_mongodb\._tcp|Could not resolve SRV|SRV record[^\n]{0,60}(?:not found|no record)/i,
      unless: [/timed out|Refused|ServFail/],
      certainty: 'likely',
      weight: 2,
      sample:
        'Error: Kind: An error occurred during DNS resolution: no record found for name: _mongodb._tcp.cluster0.ab1cd.mongodb.net. type: SRV class: IN, labels: {}',
    },
    {
      driver: 'csharp',
      pattern:
        /(?:Unable|Failed) to (?:resolve|look ?up)[^\n]{0,60}SRV|No SRV records? (?:were )?found|_mongodb\._tcp[^\n]{0,160}(?:Non-Existent Domain|NotExistentDomain|does not exist)/i,
      certainty: 'likely',
      weight: 2,
      sample:
        'MongoDB.Driver.MongoConfigurationException: No SRV records were found for _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'php',
      pattern:
        /(?:Failed to look up SRV record|SRV record)[^\n]{0,160}(?:_mongodb\._tcp|could not|The specified host|Unknown host|does not exist|name or service)|DNS record[^\n]{0,100}_mongodb/i,
      unless: [/NO_DATA|timed out|try again|Invalid SRV answer/i],
      certainty: 'likely',
      weight: 2,
      sample:
        'Failed to parse URI options: Failed to look up SRV record "_mongodb._tcp.cluster0.ab1cd.mongodb.net": The specified host is unknown.',
    },
    {
      driver: 'ruby',
      pattern: /NoSRVRecords|The DNS query returned no SRV records|No SRV records found/,
      certainty: 'likely',
      weight: 2,
      sample: `Mongo::Error::NoSRVRecords: The DNS query returned no SRV records for 'cluster0.ab1cd.mongodb.net'`,
    },
    {
      driver: 'perl',
      pattern: /NXDOMAIN|[Nn]o SRV records?|Could not look up SRV|URI '[^'\n]{0,200}' returned/,
      with: [/mongo|SRV/i],
      certainty: 'likely',
      weight: 2,
      sample:
        'MongoDB::Error: Could not look up SRV record for _mongodb._tcp.cluster0.ab1cd.mongodb.net: NXDOMAIN',
    },
    {
      driver: 'elixir',
      pattern: /\{:error, :nxdomain\}[^\n]{0,80}|:nxdomain/,
      with: [/srv/i],
      certainty: 'likely',
      weight: 1,
      sample: 'failed to resolve srv _mongodb._tcp.cluster0.ab1cd.mongodb.net {:error, :nxdomain}',
    },
    {
      driver: 'any',
      pattern: /ENOTFOUND _mongodb\._tcp/,
      certainty: 'possible',
      weight: 1,
      sample: 'Error: queryTxt ENOTFOUND _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'perl',
      pattern: /does not return any SRV results/,
      certainty: 'likely',
      weight: 2,
      sample: `MongoDB::Error: URI 'mongodb+srv://cluster0.lab.test/' does not return any SRV results`,
    },
    {
      driver: 'rust',
      pattern:
        /no records? found for Query \{ name: Name\(\\?"_mongodb\._tcp\.[^)\n]{1,255}\), query_type: SRV/,
      certainty: 'likely',
      weight: 3,
      sample:
        'DnsResolve { message: "DNS error: no records found for Query { name: Name(\\"_mongodb._tcp.cluster0.lab.test.\\"), query_type: SRV, query_class: IN }" }',
    },
    {
      driver: 'csharp',
      pattern: /Non-Existent Domain[^\n]{0,160}_mongodb\._tcp|No hosts were found in the SRV record/i,
      certainty: 'likely',
      weight: 2,
      sample:
        'DnsClient.DnsResponseException: Non-Existent Domain: Query _mongodb._tcp.cluster0.ab1cd.mongodb.net IN SRV',
    },
    {
      driver: 'any',
      pattern: /SRV (?:lookup|polling)[^\n]{0,260} returned no (?:records|valid hosts)/,
      certainty: 'likely',
      weight: 2,
      sample: 'SRV lookup for _mongodb._tcp.cluster0.lab.test. returned no records',
    },
    {
      driver: 'java',
      pattern: /No SRV records available for '/,
      certainty: 'likely',
      weight: 6,
      sample:
        "com.mongodb.MongoConfigurationException: No SRV records available for '_mongodb._tcp.db.example.net'.",
    },
  ],
}
