import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-single-label',
  confirm:
    'From the very container or machine that fails, resolve the name (`getent hosts NAME`): a service name resolves only inside its own network, and then only while that service runs.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|EAI_AGAIN|EAI_NONAME) (?!localhost\b|undefined\b|null\b|https?\b|base\b|mongodb\+srv)[A-Za-z_][\w-]{0,62}(?![\w.-]|@)/,
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerSelectionError: getaddrinfo ENOTFOUND mongo',
    },
    {
      driver: 'any',
      pattern:
        /(?:^|[\s'"(])(?!localhost)[A-Za-z_][\w-]{0,62}:\d{2,5}: (?:\[Errno (?:-2|-3|-5|8|11001|11002)\]|Name or service not known|nodename nor servname|getaddrinfo failed|Temporary failure in name)/,
      certainty: 'likely',
      weight: 3,
      sample: 'pymongo.errors.ServerSelectionTimeoutError: mongo:27017: [Errno -2] Name or service not known',
    },
    {
      driver: 'go',
      pattern:
        /lookup (?!localhost)[A-Za-z_][\w-]{0,62}(?: on 127\.0\.0\.11:53: server misbehaving|(?: on [\d.:[\]a-f]{2,45})?: (?:no such host|Temporary failure))/,
      certainty: 'likely',
      weight: 3,
      sample: 'dial tcp: lookup mongo on 127.0.0.11:53: no such host',
    },
    {
      driver: 'java',
      pattern:
        /(?:UnknownHostException|MongoSocketException): (?!localhost|The server )[A-Za-z_][\w-]{0,62}(?![\w.-])(?:: (?:Name or service not known|Temporary failure|Name does not resolve|No address|nodename nor))?/,
      certainty: 'likely',
      weight: 3,
      sample: 'com.mongodb.MongoSocketException: mongo: Name or service not known',
    },
    {
      driver: 'c',
      pattern: /Failed to resolve '(?!localhost)[A-Za-z_][\w-]{0,62}'/,
      certainty: 'likely',
      weight: 3,
      sample: `No suitable servers found (\`serverSelectionTryOnce\` set): [Failed to resolve 'mongo']`,
    },
    {
      driver: 'rust',
      pattern:
        /Address: (?!localhost)[A-Za-z_][\w-]{0,62}:\d{2,5}, Type: Unknown, Error: [^\n]{0,80}failed to lookup address/,
      certainty: 'likely',
      weight: 3,
      sample:
        'Servers: [ { Address: mongo:27017, Type: Unknown, Error: Kind: I/O error: failed to lookup address information: Name or service not known } ]',
    },
    {
      driver: 'csharp',
      pattern:
        /EndPoint: "Unspecified\/(?!localhost)[A-Za-z_][\w-]{0,62}:\d{2,5}"[\s\S]{0,1500}(?:No such host is known|Name or service not known|nodename nor|Resource temporarily unavailable|Name does not resolve)/,
      certainty: 'likely',
      weight: 3,
      sample:
        'EndPoint: "Unspecified/mongo:27017", ReasonChanged: "Heartbeat", HeartbeatException: "MongoDB.Driver.MongoConnectionException: An exception occurred while opening a connection to the server. ---> System.Net.Sockets.SocketException (00000005, 0xFFFDFFFF): Name or service not known',
    },
    {
      driver: 'any',
      pattern: 'dns:missing',
      with: ['host:single-label'],
      unless: ['dns:srv', 'host:atlas'],
      certainty: 'likely',
      weight: 2,
      sample: 'mongo:27017: [Errno -2] Name or service not known',
    },
    {
      driver: 'mongo-shell',
      pattern:
        /(?:Could not find address for|couldn't connect to server) (?!localhost)[A-Za-z_][\w-]{0,62}(?::\d{2,5})?(?![\w.-])[^\n]{0,160}(?:HostNotFound|HostUnreachable|not find address|getaddrinfo)/,
      certainty: 'likely',
      weight: 2,
      sample: `Error: couldn't connect to server mongo:27017, connection attempt failed: HostNotFound: Could not find address for mongo:27017`,
    },
    {
      driver: 'ruby',
      pattern:
        /getaddrinfo: (?:Name or service not known|Temporary failure|nodename nor)[^\n]{0,40}\(for (?!localhost)[A-Za-z_][\w-]{0,62}:\d{2,5}/,
      certainty: 'likely',
      weight: 2,
      sample:
        'Mongo::Error::SocketError: SocketError: getaddrinfo: Name or service not known (for mongo:27017)',
    },
    {
      driver: 'perl',
      pattern:
        /Could not connect to '(?!localhost)[A-Za-z_][\w-]{0,62}:\d{2,5}': (?:Name or service|Temporary failure|nodename)/,
      certainty: 'likely',
      weight: 3,
      sample: `MongoDB::NetworkError: Could not connect to 'mongo:27017': Name or service not known`,
    },
  ],
}
