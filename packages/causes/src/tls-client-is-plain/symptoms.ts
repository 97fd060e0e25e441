import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-client-is-plain',
  confirm:
    'Try once with tls=true: a certificate then settles it; closed again, look for a connection limit or a proxy.',
  symptoms: [
    {
      driver: 'node',
      pattern: /connection(?: <monitor>| \d{1,6})? to \S{1,200} closed/,
      unless: ['host:atlas', 'uri:srv', /(?:ssl|tls)=true|tls: true|ssl: true/],
      certainty: 'likely',
      weight: -1,
      sample: 'MongoServerSelectionError: connection <monitor> to 10.0.0.9:27017 closed',
    },
    {
      driver: 'node',
      pattern: /connection(?: <monitor>| \d{1,6})? to \S{1,200} closed/,
      with: ['uri:plain', 'host:atlas'],
      unless: ['uri:srv', /(?:ssl|tls)=true|tls: true|ssl: true/],
      certainty: 'likely',
      weight: 2,
      sample: `mongodb://ada@cluster0-shard-00-00.ab1cd.mongodb.net:27017/app
MongoServerSelectionError: connection <monitor> to 203.0.113.9:27017 closed`,
    },
    {
      driver: 'node',
      pattern: /connection(?: <monitor>| \d{1,6})? to \S{1,200} closed/,
      certainty: 'possible',
      weight: 3,
      sample: 'MongoServerSelectionError: connection <monitor> to 10.0.0.9:27017 closed',
    },
    {
      driver: 'pymongo',
      pattern: /:\d{2,5}: connection closed|ServerSelectionTimeoutError: connection closed/,
      unless: ['host:atlas'],
      certainty: 'likely',
      weight: -1,
      sample: 'pymongo.errors.ServerSelectionTimeoutError: db.example.com:27017: connection closed',
    },
    {
      driver: 'pymongo',
      pattern: /:\d{2,5}: connection closed/,
      certainty: 'possible',
      weight: 2,
      sample: 'pymongo.errors.ServerSelectionTimeoutError: db.example.com:27017: connection closed',
    },
    {
      driver: 'java',
      pattern: /MongoSocketReadException: Prematurely reached end of stream/,
      unless: [/javax\.net\.ssl|SSL|sslSocket/, 'uri:tls'],
      certainty: 'likely',
      weight: -1,
      sample: 'com.mongodb.MongoSocketReadException: Prematurely reached end of stream',
    },
    {
      driver: 'go',
      pattern:
        /connection\([^\n]{1,200}\) (?:socket was unexpectedly closed: EOF|incomplete read of (?:message header|full message): (?:connection closed unexpectedly by the other side: )?(?:EOF|unexpected EOF))/,
      unless: [/(?:tls|ssl)=true/],
      certainty: 'likely',
      weight: -2,
      sample: 'connection(db.example.com:27017[-121]) socket was unexpectedly closed: EOF',
    },
    {
      driver: 'csharp',
      pattern:
        /Attempted to read past the end of the stream|MongoConnectionClosedException|The connection was closed while we were/,
      unless: [/SslStream|AuthenticateAsClient/],
      certainty: 'likely',
      weight: -1,
      sample: 'System.IO.EndOfStreamException: Attempted to read past the end of the stream.',
    },
    {
      driver: 'rust',
      pattern:
        /Type: Unknown, Error: (?:Kind: I\/O error: )?(?:unexpected end of file|early eof|end of file)/i,
      unless: [/tls handshake/],
      certainty: 'likely',
      weight: -2,
      sample:
        'Servers: [ { Address: db.example.com:27017, Type: Unknown, Error: Kind: I/O error: unexpected end of file } ]',
    },
    {
      driver: 'c',
      pattern: /connection closed calling \w{3,10} on '/,
      certainty: 'likely',
      weight: -1,
      sample: `No suitable servers found (\`serverSelectionTryOnce\` set): [connection closed calling hello on 'db.example.com:27017']`,
    },
    {
      driver: 'ruby',
      pattern: /EOFError|end of file reached/,
      with: [/Mongo/i],
      certainty: 'likely',
      weight: -1,
      sample:
        'Mongo::Error::SocketError: EOFError: end of file reached (for 10.0.0.9:27017 (db.example.com:27017))',
    },
    {
      driver: 'mongo-shell',
      pattern: /network error while attempting to run command 'isMaster' on host/,
      certainty: 'likely',
      sample: `Error: network error while attempting to run command 'isMaster' on host 'db.example.com:27017'`,
    },
    {
      driver: 'mongod',
      pattern: /The server is configured to only allow SSL connections/,
      certainty: 'certain',
      weight: 1,
      sample:
        '{"s":"I","c":"NETWORK","id":22988,"msg":"Error receiving request from client. Ending connection from remote","attr":{"error":{"code":141,"codeName":"SSLHandshakeFailed","errmsg":"The server is configured to only allow SSL connections"}}}',
    },
    {
      driver: 'any',
      pattern: /The server is configured to only allow SSL connections/i,
      unless: [/libmongoc|not supported/],
      certainty: 'certain',
      sample: 'SSLHandshakeFailed: The server is configured to only allow SSL connections',
    },
    {
      driver: 'any',
      pattern:
        /The (?:server|connection) requires (?:an? )?(?:secure|encrypted|ssl|tls)|isn't encrypted|ssl(?:\/tls)? (?:is )?required/i,
      certainty: 'likely',
      weight: 1,
      sample: 'The connection requires SSL. isMaster failed on 10255',
    },
    {
      driver: 'go',
      pattern: /Last error: (?:connection\(\) : )?EOF\b/,
      unless: ['host:atlas'],
      certainty: 'likely',
      weight: -2,
      sample:
        'current topology: { Type: Unknown, Servers: [{ Addr: db.example.com:27017, Type: Unknown, Last error: EOF }, ] }',
    },
    {
      driver: 'elixir',
      pattern: /tcp (?:send|recv): [^\n]{0,60}closed/,
      certainty: 'likely',
      sample:
        '[error] Mongo.Protocol (#PID<0.300.0>) failed to connect: ** (Mongo.Error) tcp send: unknown POSIX error - : closed',
    },
    {
      driver: 'c',
      pattern: /connection error calling \w{3,10} on '/,
      certainty: 'possible',
      weight: 3,
      sample: `No suitable servers found (\`serverSelectionTryOnce\` set): [connection error calling hello on 'db.example.com:27017']`,
    },
    {
      driver: 'c',
      pattern:
        /(?:Server closed connection|Failed to receive length header from server|connection closed)\.? calling \w{3,10} on '/,
      certainty: 'likely',
      weight: 1,
      sample: `No suitable servers found (\`serverSelectionTryOnce\` set): [Server closed connection. calling hello on 'db.lab.test:46831']`,
    },
    {
      driver: 'any',
      pattern: /server requires (?:TLS|SSL)|TLS is required/i,
      unless: [/libmongoc|not supported/],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoError: server requires TLS',
    },
    {
      driver: 'perl',
      // What is left of a connection that the server has closed.
      pattern: /failed: select\(2\): 'Bad file descriptor'/,
      certainty: 'likely',
      weight: -1,
      sample: `MongoDB::AuthError: Authentication to db.lab.test:45097 failed: select(2): 'Bad file descriptor'`,
    },
    {
      driver: 'go',
      pattern:
        /Last error: (?:connection\(\) : |connection\(\) error occurr?ed during connection handshake: )?EOF\b/,
      with: ['host:cosmos'],
      unless: ['uri:tls'],
      certainty: 'likely',
      weight: 6,
      sample:
        'failed to connect to mongodb://shop.mongo.cosmos.azure.com:10255/: current topology: { Type: Single, Servers: [{ Addr: shop.mongo.cosmos.azure.com:10255, Type: Unknown, Last error: EOF }, ] }',
    },
  ],
}
