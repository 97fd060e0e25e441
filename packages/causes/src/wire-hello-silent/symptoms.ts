import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-hello-silent',
  confirm:
    'Log in on the server (or ask another member) and look at its load, its disk and its log at that moment: TCP and TLS come up, and the first command gets no answer.',
  symptoms: [
    {
      driver: 'node',
      pattern: /connection <monitor> to \S{1,300} timed out/,
      certainty: 'likely',
      weight: 1,
      sample: 'MongoServerSelectionError: connection <monitor> to 127.0.0.1:27017 timed out',
    },
    {
      driver: 'pymongo',
      pattern: /:\d{2,5}: timed out \(configured timeouts: [^)]{0,200}socketTimeoutMS/,
      certainty: 'possible',
      weight: 1,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.example.com:27017: timed out (configured timeouts: socketTimeoutMS: 20000.0ms, connectTimeoutMS: 20000.0ms)',
    },
    {
      driver: 'pymongo',
      pattern:
        /NetworkTimeout: \S{1,200}: (?:timed out|The read operation timed out)|:\d{2,5}: The read operation timed out/,
      // Not within a selection error: then it was an operation that took too long.
      unless: [
        /errors\.NetworkTimeout: [^\n]{1,200}timed out(?! \(configured timeouts: socketTimeoutMS: 20000)/,
      ],
      certainty: 'likely',
      weight: 1,
      sample: 'pymongo.errors.NetworkTimeout: db.example.com:27017: timed out',
    },
    {
      driver: 'java',
      pattern: /MongoSocketReadTimeoutException: Timeout while receiving message/,
      unless: [/SSLSocketImpl\.(?:startHandshake|readHandshakeRecord)/],
      certainty: 'likely',
      weight: 1,
      sample:
        'com.mongodb.MongoSocketReadTimeoutException: Timeout while receiving message; Caused by: java.net.SocketTimeoutException: Read timed out',
    },
    {
      driver: 'go',
      pattern:
        /(?:incomplete read of message header|unable to read server response|read tcp)[^\n]{0,200}(?:i\/o timeout|deadline exceeded)/,
      with: [/handshake|server selection error|Last error/i],
      certainty: 'likely',
      weight: 1,
      sample:
        'server selection error: Last error: connection(db.example.com:27017[-5]) incomplete read of message header: read tcp 10.0.0.5:50122->10.0.0.9:27017: i/o timeout',
    },
    {
      driver: 'csharp',
      pattern:
        /Timed out (?:reading|while reading)|HeartbeatException[\s\S]{0,400}(?:TimeoutException|timed out)[\s\S]{0,600}(?:ReceiveMessage|HelloHelper|Heartbeat)/,
      certainty: 'likely',
      weight: 1,
      sample: 'System.TimeoutException: Timed out reading from the stream (HelloHelper)',
    },
    {
      driver: 'c',
      pattern:
        /socket error or timeout|Failed to (?:send|read)[^\n]{0,40}(?:socket error|timeout)|Failed to read \d{1,4} bytes/,
      certainty: 'likely',
      sample: `Failed to read 4 bytes: socket error or timeout calling hello on 'db.example.com:27017'`,
    },
    {
      driver: 'mongod',
      pattern:
        /Slow(?:ly)? (?:start|read)|serverStatus was very slow|Detected unclean|hit a stall|flow control/i,
      certainty: 'likely',
      sample: '{"s":"I","c":"COMMAND","msg":"serverStatus was very slow"}',
    },
    {
      driver: 'any',
      pattern: 'server:89',
      certainty: 'likely',
      sample: 'NetworkTimeout code: 89',
    },
    {
      driver: 'c',
      pattern: /socket timeout calling \w{3,10} on '/,
      certainty: 'likely',
      weight: 1,
      sample: `[socket timeout calling hello on '127.0.0.1:38151']`,
    },
    {
      driver: 'any',
      pattern: /Connection to \S{1,260} interrupted due to server monitor timeout/,
      certainty: 'likely',
      weight: 2,
      sample:
        'PoolClearedOnNetworkError: Connection to db.example.com:27017 interrupted due to server monitor timeout',
    },
    {
      driver: 'mongod',
      pattern: /NetworkInterfaceExceededTimeLimit|Couldn't get a connection within the time limit/,
      certainty: 'possible',
      weight: 3,
      sample: `"error":{"code":202,"codeName":"NetworkInterfaceExceededTimeLimit","errmsg":"Couldn't get a connection within the time limit of 500ms"} {"c":"REPL_HB"}`,
    },
  ],
}
