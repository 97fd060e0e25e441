import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-filtered',
  confirm:
    'From the same machine, try the port alone (`nc -vz HOST 27017`) and port 443 of another host: only 27017 silent for all members, the way to it is filtered or the address is not let in.',
  symptoms: [
    {
      driver: 'node',
      pattern: /Socket 'connect' timed out after \d{1,7} ?ms|connect ETIMEDOUT [\w.:-]{3,80}/,
      certainty: 'likely',
      weight: 2,
      sample: `MongoServerSelectionError: Socket 'connect' timed out after 30000ms (connectTimeoutMS: 30000)`,
    },
    {
      driver: 'pymongo',
      pattern:
        /:\d{2,5}: (?:\[Errno (?:110|60)\] (?:Connection|Operation) timed out|\[WinError 10060\]|timed out)/,
      certainty: 'likely',
      weight: 2,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: cluster0-shard-00-00.ab1cd.mongodb.net:27017: timed out (configured timeouts: connectTimeoutMS: 20000.0ms)',
    },
    {
      driver: 'go',
      pattern:
        /dial tcp [^\n]{1,80}:\d{2,5}: (?:i\/o timeout|connect: (?:connection|operation) timed out|connectex: A connection attempt failed)/,
      certainty: 'likely',
      weight: 2,
      sample: 'dial tcp 10.0.0.9:27017: i/o timeout',
    },
    {
      driver: 'java',
      pattern:
        /SocketTimeoutException: [Cc]onnect timed out|ConnectTimeoutException|ConnectException: (?:Connection|Operation) timed out|connection timed out: no further information/,
      certainty: 'likely',
      weight: 2,
      sample:
        'com.mongodb.MongoSocketOpenException: Exception opening socket; caused by java.net.SocketTimeoutException: connect timed out',
    },
    {
      driver: 'csharp',
      pattern:
        /Timed out connecting to [\w.:[\]-]{3,120}|\(10060\)|TimeoutException: Timed out (?:connecting|opening)|did not properly respond after a period of time/,
      certainty: 'likely',
      weight: 1,
      sample: 'System.TimeoutException: Timed out connecting to 10.0.0.9:27017. Timeout was 00:00:30.',
    },
    {
      driver: 'rust',
      pattern:
        /Type: Unknown, Error: (?:Kind: I\/O error: )?(?:timed out|connection timed out|operation timed out|deadline has elapsed)/i,
      certainty: 'likely',
      weight: 1,
      sample:
        'Servers: [ { Address: cluster0-shard-00-00.ab1cd.mongodb.net:27017, Type: Unknown, Error: Kind: I/O error: timed out } ]',
    },
    {
      driver: 'c',
      pattern:
        /connection timeout calling \w{3,10} on '|connection timed out calling|[Ff]ailed to connect to[^\n]{0,120}(?:timed? ?out)/,
      certainty: 'likely',
      weight: 1,
      sample: `No suitable servers found (\`serverSelectionTryOnce\` set): [connection timeout calling hello on 'db.example.com:27017']`,
    },
    {
      driver: 'any',
      pattern: 'errno:timeout',
      unless: [
        'dns:timeout',
        /^[^\n]{0,100}(?:MongoServerSelectionError|MongoNetworkTimeoutError|MongoNetworkError|MongooseServerSelectionError): connection(?: \S{1,100} to \S{1,100})? timed out/m,
        /Read timed out|read timed out|SSL|handshake|read tcp|169\.254\.169\.254|read ETIMEDOUT/,
        /lookup [^\n]{0,200}i\/o timeout/,
        /DnsResponseException|\bIN (?:SRV|TXT|A|AAAA) on \S|_mongodb\._tcp/,
      ],
      certainty: 'likely',
      sample: 'MongoNetworkError: connect ETIMEDOUT 203.0.113.9:27017',
    },
    {
      driver: 'ruby',
      pattern:
        /(?:execution expired|took more than \d{1,3}(?:\.\d{1,3})? seconds to connect|Connection timed out)[^\n]{0,120}/,
      with: [/Mongo/i],
      certainty: 'likely',
      sample:
        'Mongo::Error::SocketTimeoutError: The socket took over 10 seconds to connect (execution expired) (for 203.0.113.9:27017)',
    },
    {
      driver: 'mongo-shell',
      pattern:
        /couldn't connect to server [^\n]{0,200}(?:NetworkTimeout|Timed out|timed out|ETIMEDOUT|errno:110|errno:10060)/,
      certainty: 'likely',
      sample: `Error: couldn't connect to server db.example.com:27017, connection attempt failed: NetworkTimeout: Error connecting to db.example.com:27017 :: caused by :: Couldn't connect: Connection timed out`,
    },
    {
      driver: 'any',
      pattern:
        /connection(?: \S{1,100} to \S{1,200})? timed out|Server selection timed out|No servers found yet|while waiting (?:for|to) |server selection timeout|context deadline exceeded|A timeout occurr?ed after \d{1,8} ?ms selecting a server|No suitable servers found|No server is available/i,
      unless: ['verify:failed', 'verify:untrusted', 'topology:ghost', /TLS handshake failed|SSL handshake/],
      certainty: 'possible',
      weight: 3,
      sample: 'MongoServerSelectionError: connection timed out',
    },
    {
      driver: 'java',
      // How a channel without a thread of its own says that connecting took too long.
      pattern:
        /MongoSocketOpenException: Exception opening socket\}?,? (?:caused by|Caused by:) \{?java\.nio\.channels\.InterruptedByTimeoutException/,
      certainty: 'likely',
      weight: 2,
      sample:
        'exception={com.mongodb.MongoSocketOpenException: Exception opening socket}, caused by {java.nio.channels.InterruptedByTimeoutException}',
    },
    {
      driver: 'any',
      pattern:
        /(?:SSL|TLS) tunnel failure: Network is unreachable or (?:SSL|TLS) connection rejected by server/,
      certainty: 'possible',
      weight: 3,
      sample:
        'SSL tunnel failure: Network is unreachable or SSL connection rejected by server. Reason: Connect failed (mongo)',
    },
    {
      driver: 'mongod',
      pattern: /NetworkInterfaceExceededTimeLimit|Couldn't get a connection within the time limit/,
      certainty: 'likely',
      weight: 1,
      sample: `"error":{"code":202,"codeName":"NetworkInterfaceExceededTimeLimit","errmsg":"Couldn't get a connection within the time limit of 500ms"} {"c":"REPL_HB"}`,
    },
    {
      driver: 'elixir',
      pattern: /tcp connect: [^\n]{0,40}:timeout\b/,
      certainty: 'likely',
      weight: 2,
      sample:
        '[error] Mongo.Protocol (#PID<0.388.0>) failed to connect: ** (Mongo.Error) tcp connect: unknown POSIX error - :timeout',
    },
  ],
}
