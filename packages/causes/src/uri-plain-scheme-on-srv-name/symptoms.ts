import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-plain-scheme-on-srv-name',
  confirm:
    'Look up `_mongodb._tcp.` and the name as SRV: records there, and no address for the name itself, mean that mongodb+srv:// belongs before it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /getaddrinfo (?:ENOTFOUND|ENODATA|EAI_\w{1,10}) (?![\w.-]{0,80}(?:-shard-\d\d|-p[lr]i?-\d|-pe\.))(?!ac-[\w-]{3,20}-shard)[\w-]{1,80}\.\w{4,12}\.mongodb(?:gov)?\.net\b/,
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerSelectionError: getaddrinfo ENOTFOUND cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern:
        /(?<!_tcp\.)(?<![\w.-])(?![\w.-]{0,80}-shard-\d\d)[\w-]{1,80}\.\w{4,12}\.mongodb(?:gov)?\.net(?::\d{2,5})?: (?:\[Errno (?:-2|-5|8|11001|11004)\]|Name or service not known|nodename nor servname|getaddrinfo failed|Name does not resolve)/,
      certainty: 'likely',
      weight: 3,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: cluster0.ab1cd.mongodb.net:27017: [Errno -2] Name or service not known',
    },
    {
      driver: 'go',
      pattern:
        /dial tcp: lookup (?![\w.-]{0,80}-shard-\d\d)[\w-]{1,80}\.\w{4,12}\.mongodb(?:gov)?\.net\b[^\n]{0,80}no such host/,
      certainty: 'likely',
      weight: 3,
      sample: 'dial tcp: lookup cluster0.ab1cd.mongodb.net on 10.0.0.2:53: no such host',
    },
    {
      driver: 'java',
      pattern:
        /UnknownHostException: (?![\w.-]{0,80}-shard-\d\d)[\w-]{1,80}\.\w{4,12}\.mongodb(?:gov)?\.net\b/,
      certainty: 'likely',
      weight: 3,
      sample: 'java.net.UnknownHostException: cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern:
        /(?:Failed to resolve|failed to lookup address information|No such host is known)[^\n]{0,60}'?(?![\w.-]{0,80}-shard-\d\d)[\w-]{1,80}\.\w{4,12}\.mongodb(?:gov)?\.net/,
      certainty: 'likely',
      weight: 2,
      sample: `No suitable servers found (\`serverSelectionTryOnce\` set): [Failed to resolve 'cluster0.ab1cd.mongodb.net']`,
    },
    {
      driver: 'rust',
      pattern:
        /Address: (?![\w.-]{0,80}-shard-\d\d)[\w-]{1,80}\.\w{4,12}\.mongodb(?:gov)?\.net:\d{2,5}, Type: Unknown, Error: [^\n]{0,60}failed to lookup address/,
      certainty: 'likely',
      weight: 2,
      sample:
        'Servers: [ { Address: cluster0.ab1cd.mongodb.net:27017, Type: Unknown, Error: Kind: I/O error: failed to lookup address information: Name or service not known } ]',
    },
    {
      driver: 'mongo-shell',
      pattern:
        /couldn't connect to server (?![\w.-]{0,80}-shard-\d\d)[\w-]{1,80}\.\w{4,12}\.mongodb(?:gov)?\.net\b[^\n]{0,200}(?:getaddrinfo|Could not find address|HostUnreachable)/,
      certainty: 'likely',
      weight: 2,
      sample: `Error: couldn't connect to server cluster0.ab1cd.mongodb.net:27017, connection attempt failed: HostNotFound: Could not find address for cluster0.ab1cd.mongodb.net:27017`,
    },
    {
      driver: 'any',
      pattern:
        /(?<![\w.-])(?![\w.-]{0,80}-shard-\d\d)[\w-]{1,80}\.\w{4,12}\.mongodb(?:gov)?\.net: (?:Name has no usable address|No address associated with hostname|Host not found)/,
      certainty: 'likely',
      weight: 2,
      sample: '/docker-entrypoint.sh: line 15: cluster0.ab1cd.mongodb.net: Name has no usable address',
    },
  ],
}
