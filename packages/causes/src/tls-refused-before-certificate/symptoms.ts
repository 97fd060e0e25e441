import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-refused-before-certificate',
  confirm: `See whether the address from which this machine goes out stands, active, in the project's IP access list; then whether the cluster runs. From a listed network the same string shows a certificate.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'alert:80',
      certainty: 'likely',
      weight: 2,
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A000438:SSL routines:ssl3_read_bytes:tlsv1 alert internal error:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:SSL alert number 80',
    },
    {
      driver: 'any',
      pattern: 'alert:49',
      certainty: 'likely',
      weight: 1,
      sample: 'remote error: tls: access denied',
    },
    {
      driver: 'any',
      pattern:
        /\bTLSV1_ALERT_INTERNAL_ERROR\b|tlsv1 alert internal error|Received fatal alert: internal_error|remote error: tls: internal error|AlertReceived\(InternalError\)|TLS alert[^\n]{0,30}[Ii]nternal ?[Ee]rror/i,
      certainty: 'likely',
      weight: 1,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: TLSV1_ALERT_INTERNAL_ERROR] tlsv1 alert internal error (_ssl.c:1006)',
    },
    {
      driver: 'node',
      pattern: /Client network socket disconnected before secure TLS connection/,
      with: ['host:atlas'],
      certainty: 'likely',
      weight: 1,
      sample:
        'MongoServerSelectionError: Client network socket disconnected before secure TLS connection was established (cluster0-shard-00-00.ab1cd.mongodb.net)',
    },
    {
      driver: 'node',
      pattern: /Client network socket disconnected before secure TLS connection/,
      certainty: 'possible',
      weight: 3,
      sample:
        'MongoServerSelectionError: Client network socket disconnected before secure TLS connection was established',
    },
    {
      driver: 'rust',
      pattern:
        /tls handshake eof|unexpected end of file|unexpected EOF during handshake|peer closed connection without sending TLS close_notify/,
      with: ['host:atlas'],
      certainty: 'likely',
      sample:
        'Servers: [ { Address: cluster0-shard-00-00.ab1cd.mongodb.net:27017, Type: Unknown, Error: Kind: I/O error: tls handshake eof } ]',
    },
    {
      driver: 'rust',
      pattern: /tls handshake eof|unexpected end of file|unexpected EOF during handshake/,
      certainty: 'possible',
      weight: 2,
      sample: 'Kind: I/O error: unexpected end of file',
    },
    {
      driver: 'any',
      pattern:
        /(?:SSLEOFError|UNEXPECTED_EOF_WHILE_READING|EOF occurred in violation of protocol|0A000126|SSL_ERROR_SYSCALL|Remote host (?:terminated the handshake|closed connection during handshake)|remote party has closed the transport stream|Authentication failed, see inner exception|handshake: EOF|unexpected EOF)/,
      with: ['host:atlas'],
      certainty: 'likely',
      sample:
        '[SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol (_ssl.c:1007) cluster0-shard-00-00.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern:
        /socket was unexpectedly closed: EOF|connection(?: <monitor>| \d{1,6})? to \S{1,200} closed|connection closed|Prematurely reached end of stream/,
      with: ['host:atlas'],
      certainty: 'possible',
      weight: 6,
      sample:
        'connection(cluster0-shard-00-00.ab1cd.mongodb.net:27017[-121]) socket was unexpectedly closed: EOF',
    },
    {
      driver: 'any',
      pattern: 'errno:reset',
      with: ['host:atlas'],
      unless: [/AutoReconnect|idle|after \d{1,3} min|TLSV1_ALERT/],
      certainty: 'likely',
      sample: 'cluster0-shard-00-00.ab1cd.mongodb.net:27017: [Errno 104] Connection reset by peer',
    },
    {
      // With mongodb+srv TLS is on: who is cut off there was refused in the handshake.
      driver: 'node',
      pattern: /connection(?: <monitor>| \d{1,6})? to \S{1,200} closed/,
      with: ['host:atlas', 'uri:srv'],
      unless: [/(?:ssl|tls)=false|tls: false|ssl: false/],
      certainty: 'likely',
      sample: `mongodb+srv://cluster0.ab1cd.mongodb.net/app
MongoServerSelectionError: connection <monitor> to 203.0.113.9:27017 closed`,
    },
    {
      driver: 'csharp',
      pattern:
        /Authentication failed because the remote party has closed the transport stream|Received an unexpected EOF or 0 bytes from the transport stream/,
      with: ['host:atlas'],
      certainty: 'likely',
      weight: 1,
      sample: `EndPoint: "Unspecified/cluster0-shard-00-00.ab1cd.mongodb.net:27017", HeartbeatException: "MongoDB.Driver.MongoConnectionException: An exception occurred while opening a connection to the server.
 ---> System.IO.IOException: Authentication failed because the remote party has closed the transport stream.`,
    },
    {
      driver: 'any',
      pattern:
        /(?:SSL|TLS) tunnel failure: Network is unreachable or (?:SSL|TLS) connection rejected by server/,
      certainty: 'possible',
      weight: 4,
      sample:
        'SSL tunnel failure: Network is unreachable or SSL connection rejected by server. Reason: Connect failed (mongo)',
    },
    {
      driver: 'elixir',
      pattern: /ssl connect:[^\n]{0,60}:closed/,
      unless: [/bad_cert|hostname_check_failed/],
      certainty: 'likely',
      weight: 1,
      sample:
        '** (Mongo.Error) db-00.ab1cd.mongodb.net:27017 ssl connect: TLS connection is closed - :closed',
    },
  ],
}
