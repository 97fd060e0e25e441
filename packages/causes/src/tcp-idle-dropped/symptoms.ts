import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-idle-dropped',
  confirm: `Note how long the connection was idle before the failing operation; set maxIdleTimeMS below it (or keepalive below the balancer's limit) and see whether the failures go.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:after|when)[^\n]{0,40}(?:idle|inactiv\w{0,5}|some time|a while|\d{1,3} ?(?:min|minutes|hours?|h)\b)[^\n]{0,200}(?:ECONNRESET|reset|EPIPE|broken pipe|closed|timed out|timeout)|(?:ECONNRESET|reset|EPIPE|broken pipe|closed|timed out)[^\n]{0,200}(?:after|when)[^\n]{0,40}(?:idle|inactiv\w{0,5}|\d{1,3} ?(?:min|minutes|hours?)\b)/i,
      with: [/mongo/i],
      certainty: 'possible',
      weight: 9,
      sample:
        'MongoNetworkError: read ECONNRESET, always after 10 minutes of inactivity behind the load balancer',
    },
    {
      driver: 'pymongo',
      pattern:
        /AutoReconnect: [^\n]{0,200}(?:\[Errno (?:104|54|32)\]|\[WinError 1005[34]\]|connection closed|Broken pipe|Connection reset)/,
      unless: ['topology:mixed'],
      certainty: 'likely',
      weight: 2,
      sample:
        'pymongo.errors.AutoReconnect: cluster0-shard-00-00.ab1cd.mongodb.net:27017: [Errno 104] Connection reset by peer',
    },
    {
      driver: 'any',
      pattern: 'errno:pipe',
      certainty: 'likely',
      weight: 1,
      sample: 'MongoNetworkError: write EPIPE',
    },
    {
      driver: 'node',
      pattern:
        /MongoNetworkError: (?:read ETIMEDOUT|connection \d{1,6} to \S{1,200} (?:closed|timed out)[^\n]{0,80}(?:insert|find|update|aggregate))|(?:read|write) ETIMEDOUT/,
      certainty: 'likely',
      weight: 1,
      sample: 'MongoNetworkError: read ETIMEDOUT',
    },
    {
      driver: 'java',
      pattern:
        /MongoSocketReadException: (?:Exception receiving message|Prematurely reached end of stream)[\s\S]{0,1500}InternalStreamConnection\.receive|MongoSocketWriteException: Exception sending message[\s\S]{0,600}(?:Broken pipe|Connection reset)/,
      unless: [/SSLException|SSLHandshake|in monitor thread while connecting|state=CONNECTING/],
      certainty: 'likely',
      weight: 1,
      sample:
        'com.mongodb.MongoSocketWriteException: Exception sending message; caused by java.net.SocketException: Broken pipe',
    },
    {
      driver: 'csharp',
      pattern:
        /An existing connection was forcibly closed|Unable to (?:read|write) data (?:from|to) the transport connection/,
      unless: [/opening a connection to the server/],
      certainty: 'likely',
      weight: 1,
      sample:
        'System.IO.IOException: Unable to read data from the transport connection: An existing connection was forcibly closed by the remote host. (MongoDB.Driver)',
    },
    {
      driver: 'go',
      pattern:
        /(?:unable to write wire message|incomplete read of message header)[^\n]{0,200}(?:connection reset by peer|broken pipe|EOF)/,
      unless: [/server selection error|current topology|during connection handshake/],
      certainty: 'likely',
      sample:
        'connection(10.0.0.9:27017[-7]) incomplete read of message header: read tcp 10.0.0.5:52100->10.0.0.9:27017: read: connection reset by peer',
    },
    {
      driver: 'any',
      pattern:
        /socket hang up|lost connection|connection (?:was )?lost|topology was destroyed|pool is draining/i,
      certainty: 'possible',
      weight: 2,
      sample: 'MongoError: Topology was destroyed',
    },
    {
      driver: 'go',
      pattern: /(?:incomplete read of message header|unable to read server response)[^\n]{0,200}i\/o timeout/,
      unless: [/handshake/],
      certainty: 'possible',
      weight: 1,
      sample:
        'connection(db.example.com:27017[-5]) incomplete read of message header: read tcp 10.0.0.5:50122->10.0.0.9:27017: i/o timeout',
    },
  ],
}
