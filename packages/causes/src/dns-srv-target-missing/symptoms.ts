import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-srv-target-missing',
  confirm: `Look up one member's name by itself: NXDOMAIN for it while the SRV record answers settles it; a member's name that stands in no SRV record means the set advertises it.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|Name or service not known|nodename nor servname|no such host|UnknownHostException|No such host is known|getaddrinfo failed|failed to lookup address|\[Errno -2\]|Failed to resolve)[^\n]{0,140}(?:-shard-\d\d-\d\d|\bac-[\w-]{3,20}-shard)[\w.-]{0,100}\.mongodb(?:gov)?\.net/,
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerSelectionError: getaddrinfo ENOTFOUND cluster0-shard-00-00.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern:
        /(?:[\w-]{1,80}-shard-\d\d-\d\d|ac-[\w-]{3,20}-shard)[\w.-]{0,100}\.mongodb(?:gov)?\.net(?::\d{2,5})?[^\n]{0,60}(?:Name or service not known|nodename nor servname|no such host|getaddrinfo failed|\[Errno (?:-2|8|11001)\])/,
      certainty: 'likely',
      weight: 3,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: cluster0-shard-00-00.ab1cd.mongodb.net:27017: [Errno 11001] getaddrinfo failed',
    },
    {
      driver: 'any',
      pattern: /(?:ENOTFOUND|Name or service not known|no such host|UnknownHostException|\[Errno -2\])/,
      with: ['uri:srv', /getaddrinfo|dial tcp|UnknownHost|\[Errno|Failed to resolve/],
      unless: ['dns:srv', 'host:atlas', /querySrv|_mongodb\._tcp/],
      certainty: 'likely',
      weight: 1,
      sample: `mongodb+srv://ada@set.example.net/
getaddrinfo ENOTFOUND node1.example.net`,
    },
    {
      driver: 'c',
      pattern: /SRV response did not contain any valid hosts/,
      certainty: 'likely',
      weight: 2,
      sample: 'mongoc: SRV response did not contain any valid hosts',
    },
  ],
}
