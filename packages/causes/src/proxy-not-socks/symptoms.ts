import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'proxy-not-socks',
  confirm: `Look at what answers on the proxy's port: an HTTP proxy there (\`curl -x http://HOST:PORT\`) settles it.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Invalid (?:Socks|SOCKS)\d?[^\n]{0,60}(?:version|handshake|response|reply)|(?:Received|received) invalid [Ss]ocks|Invalid Socks\d? (?:initial )?handshake response|SOCKS[^\n]{0,60}(?:unexpected|invalid|wrong|not a) (?:version|protocol|reply|response)|received invalid (?:Socks )?version/i,
      certainty: 'certain',
      weight: 3,
      sample: 'MongoNetworkError: Received invalid Socks5 initial handshake (invalid socks version)',
    },
    {
      driver: 'any',
      pattern:
        /Socks[^\n]{0,40}(?:Socket closed|closed)|Socket closed[\s\S]{0,800}(?:SocksClient|socksclient)/,
      certainty: 'likely',
      weight: 2,
      sample: `MongoNetworkError: Socket closed
    at SocksClient.onCloseHandler`,
    },
    {
      driver: 'java',
      pattern: /Remote server doesn't support socks version 5/,
      certainty: 'certain',
      sample: "java.net.ConnectException: Remote server doesn't support socks version 5 Received version: 72",
    },
    {
      driver: 'rust',
      pattern: /connecting to a proxy host: Unsupported SOCKS version/,
      certainty: 'certain',
      sample: 'Kind: An error occurred when connecting to a proxy host: Unsupported SOCKS version `72`.',
    },
    {
      driver: 'java',
      pattern:
        /Malformed reply from SOCKS proxy server|Reply from SOCKS proxy server contains wrong address type/,
      certainty: 'likely',
      weight: 6,
      sample:
        'java.net.ConnectException: Malformed reply from SOCKS proxy server at com.mongodb.internal.connection.SocksSocket',
    },
  ],
}
