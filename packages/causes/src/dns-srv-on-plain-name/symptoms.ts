import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-srv-on-plain-name',
  confirm: `Look up the name's own address: it has one and no SRV record, then write mongodb:// before it, or the name of the cluster after mongodb+srv://.`,
  symptoms: [
    {
      driver: 'node',
      pattern: /querySrv ENODATA/,
      certainty: 'likely',
      weight: 3,
      sample: 'Error: querySrv ENODATA _mongodb._tcp.cluster0-shard-00-00.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern:
        /querySrv E\w{3,12} _mongodb\._tcp\.[\w-]{1,60}-shard-\d\d-\d\d|_mongodb\._tcp\.(?:ac-)?[\w-]{1,60}-shard-\d\d-\d\d/,
      certainty: 'likely',
      weight: 4,
      sample: 'Error: querySrv ENOTFOUND _mongodb._tcp.cluster0-shard-00-00.ab1cd.mongodb.net',
    },
    {
      driver: 'node',
      pattern: /URI (?:must|does not) (?:include|have) hostname, domain name,? and tld/,
      certainty: 'likely',
      weight: 1,
      sample: 'MongoAPIError: URI must include hostname, domain name, and tld',
    },
    {
      driver: 'any',
      pattern:
        /_mongodb\._tcp\.(?:localhost|127\.0\.0\.1|mongo(?:db)?|db|database|host\.docker\.internal)\b(?![^\n]{0,120}(?:refused|timeout))/,
      unless: [/querySrv E(?:CONNREFUSED|TIMEOUT|SERVFAIL|REFUSED)/],
      certainty: 'likely',
      weight: 4,
      sample: 'Error: querySrv ENOTFOUND _mongodb._tcp.localhost',
    },
    {
      driver: 'pymongo',
      pattern:
        /The DNS response does not contain an answer to the question:? _mongodb\._tcp|NoAnswer[^\n]{0,100}_mongodb\._tcp/,
      certainty: 'likely',
      weight: 3,
      sample:
        'pymongo.errors.ConfigurationError: The DNS response does not contain an answer to the question: _mongodb._tcp.db.example.net. IN SRV',
    },
    {
      driver: 'any',
      pattern:
        /does not contain at least three parts|must contain at least (?:three|3)|must be a hostname[^\n]{0,40}(?:at least|domain)|URIs? must include a hostname, domain name, and (?:top-?level domain|tld)|hostname for 'mongodb\+srv:\/\/'[^\n]{0,60}parts|Invalid URI host: [\w.-]{1,100} is not a valid hostname for 'mongodb\+srv:\/\/'/i,
      certainty: 'likely',
      weight: 1,
      sample: `pymongo.errors.ConfigurationError: Invalid URI host: localhost is not a valid hostname for 'mongodb+srv://'. Did you mean to use 'mongodb://'?`,
    },
    {
      driver: 'java',
      pattern:
        /An SRV host name '[\w.-]{1,200}' was provided that does not contain at least three parts|No SRV records? available for|response code 3[\s\S]{0,200}_mongodb\._tcp\.localhost/,
      certainty: 'likely',
      weight: 2,
      sample: `java.lang.IllegalArgumentException: An SRV host name 'localhost' was provided that does not contain at least three parts. It must contain a hostname, domain name and a top level domain.`,
    },
    {
      driver: 'php',
      pattern:
        /(?:SRV|_mongodb\._tcp)[^\n]{0,160}(?:NO_DATA|no data record|The requested name is valid, but)/,
      certainty: 'likely',
      weight: 2,
      sample:
        'Failed to look up SRV record "_mongodb._tcp.db.example.net": The requested name is valid but does not have data of the requested type.',
    },
    {
      driver: 'rust',
      pattern:
        /invalid (?:host|domain)[^\n]{0,60}(?:at least|three|domain)|hostname must have (?:at least )?(?:three|3)/i,
      certainty: 'likely',
      weight: 1,
      sample: `Error: Kind: An invalid argument was provided: a 'mongodb+srv' hostname must have at least three '.'-delimited parts`,
    },
    {
      driver: 'any',
      pattern: /querySrv ENOTFOUND/,
      certainty: 'possible',
      weight: -1,
      sample: 'Error: querySrv ENOTFOUND _mongodb._tcp.db.example.net',
    },
    {
      driver: 'mongosh',
      pattern: /Failed looking up SRV record for/,
      with: [/_mongodb\._tcp\.localhost/i],
      certainty: 'likely',
      sample: `Failed looking up SRV record for '_mongodb._tcp.localhost'`,
    },
    {
      driver: 'go',
      pattern: /dnsquery: No records found for given DNS query/,
      certainty: 'likely',
      weight: 1,
      sample: 'error parsing uri: lookup db.example.net: dnsquery: No records found for given DNS query.',
    },
    {
      driver: 'c',
      pattern: /Invalid service name in URI/,
      certainty: 'likely',
      weight: 2,
      sample: `Failed to parse MongoDB URI: 'mongodb+srv://localhost/'. Invalid service name in URI.`,
    },
  ],
}
