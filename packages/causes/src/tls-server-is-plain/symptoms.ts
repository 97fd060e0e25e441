import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-server-is-plain',
  confirm:
    'Try once with tls=false and no credentials (`hello` only): an answer in plain settles it; then enable TLS on the server, or leave the option out.',
  symptoms: [
    {
      driver: 'node',
      pattern: /Client network socket disconnected before secure TLS connection/,
      unless: ['host:atlas'],
      certainty: 'likely',
      weight: 1,
      sample:
        'MongoServerSelectionError: Client network socket disconnected before secure TLS connection was established',
    },
    {
      driver: 'pymongo',
      pattern: /UNEXPECTED_EOF_WHILE_READING|EOF occurred in violation of protocol/,
      unless: ['host:atlas'],
      certainty: 'likely',
      weight: 1,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: localhost:27017: [SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol (_ssl.c:1006)',
    },
    {
      driver: 'java',
      pattern:
        /Remote host (?:terminated the handshake|closed connection during handshake)|SSL peer shut down incorrectly/,
      unless: ['host:atlas'],
      certainty: 'likely',
      weight: 1,
      sample:
        'javax.net.ssl.SSLHandshakeException: Remote host terminated the handshake; Caused by: java.io.EOFException: SSL peer shut down incorrectly',
    },
    {
      driver: 'java',
      pattern: /Unsupported or unrecognized SSL message|Unrecognized SSL message, plaintext connection/,
      unless: ['host:atlas'],
      certainty: 'likely',
      sample: 'javax.net.ssl.SSLException: Unsupported or unrecognized SSL message',
    },
    {
      driver: 'go',
      pattern: /first record does not look like a TLS handshake/,
      certainty: 'likely',
      weight: 1,
      sample: 'tls: first record does not look like a TLS handshake',
    },
    {
      driver: 'go',
      pattern: /(?:tls )?handshake[^\n]{0,40}: EOF|write: connection reset by peer/,
      unless: ['host:atlas'],
      certainty: 'likely',
      sample: 'connection() error occurred during connection handshake: EOF',
    },
    {
      driver: 'csharp',
      pattern:
        /Received an unexpected EOF or 0 bytes from the transport stream|Authentication failed because the remote party has closed the transport stream|Cannot determine the frame size or a corrupted frame was received|The handshake failed due to an unexpected packet format/,
      unless: ['host:atlas'],
      certainty: 'likely',
      sample: 'System.IO.IOException: Received an unexpected EOF or 0 bytes from the transport stream.',
    },
    {
      driver: 'rust',
      pattern:
        /tls handshake eof|unexpected EOF during handshake|received corrupt message|InvalidContentType/,
      unless: ['host:atlas'],
      certainty: 'likely',
      sample: 'Kind: I/O error: tls handshake eof',
    },
    {
      driver: 'c',
      pattern:
        /TLS handshake failed: (?:unexpected eof|Connection reset|Failed(?! (?:certificate|OCSP))|Success|error:0{8}|\(null\))|TLS handshake failed:?\s{0,2}(?:calling|\[|$|\])/im,
      unless: ['host:atlas'],
      certainty: 'likely',
      sample: `No suitable servers found (\`serverSelectionTryOnce\` set): [TLS handshake failed: Success calling hello on 'localhost:27017']`,
    },
    {
      driver: 'ruby',
      pattern:
        /SSL_connect (?:SYSCALL )?returned=\d errno=\d{1,3}[^\n]{0,40}(?:state=(?:SSLv3\/TLS write client hello|before\/connect|unknown state)|unexpected eof)/,
      unless: ['host:atlas'],
      certainty: 'likely',
      sample:
        'OpenSSL::SSL::SSLError: SSL_connect SYSCALL returned=5 errno=0 peeraddr=127.0.0.1:27017 state=SSLv3/TLS write client hello',
    },
    {
      driver: 'mongod',
      pattern: /SSL handshake received but server is started without SSL support/,
      certainty: 'certain',
      weight: 1,
      sample:
        '{"t":{"$date":"2024-03-01T10:00:00Z"},"s":"I","c":"NETWORK","id":22988,"msg":"Error receiving request from client. Ending connection from remote","attr":{"error":{"code":141,"codeName":"SSLHandshakeFailed","errmsg":"SSL handshake received but server is started without SSL support"}}}',
    },
    {
      driver: 'any',
      pattern: /SSL handshake received but server is started without SSL/,
      certainty: 'certain',
      weight: 1,
      sample: 'SSLHandshakeFailed: SSL handshake received but server is started without SSL support',
    },
    {
      driver: 'elixir',
      pattern: /\{:tls_alert, \{:unexpected_message|ssl connect: (?:\{:error, )?:?closed/,
      certainty: 'likely',
      sample: '** (Mongo.Error) cluster0:27017 ssl connect: closed - :closed',
    },
    {
      driver: 'any',
      pattern: 'alert:80',
      with: ['host:loopback'],
      certainty: 'possible',
      weight: 2,
      sample: 'localhost:27017: [SSL: TLSV1_ALERT_INTERNAL_ERROR] tlsv1 alert internal error (_ssl.c:1129)',
    },
    {
      driver: 'any',
      pattern: 'errno:reset',
      with: [/(?:ssl|tls)["']?\s{0,2}[=:]\s{0,2}(?:true|True|1)/],
      unless: ['host:atlas'],
      certainty: 'likely',
      sample: 'read ECONNRESET localhost:27017 ssl: true',
    },
    {
      driver: 'any',
      pattern: 'alert:80',
      with: ['host:loopback'],
      certainty: 'possible',
      weight: 4,
      sample: 'localhost:27017: [SSL: TLSV1_ALERT_INTERNAL_ERROR] tlsv1 alert internal error (_ssl.c:1129)',
    },
    {
      driver: 'go',
      pattern: /Last error: (?:connection\(\) : )?EOF\b/,
      certainty: 'likely',
      weight: -1,
      sample:
        'current topology: { Type: Unknown, Servers: [{ Addr: db.example.com:27017, Type: Unknown, Last error: EOF }, ] }',
    },
    {
      driver: 'ruby',
      // Older releases say this of every handshake that fails.
      pattern: /SSL handshake failed\. MongoDB may not be configured with SSL support/,
      certainty: 'possible',
      weight: 4,
      sample: 'MONGODB | SSL handshake failed. MongoDB may not be configured with SSL support.',
    },
  ],
}
