import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'proxy-target-refused',
  confirm:
    'Ask the proxy for the same target with curl (`curl --socks5-hostname PROXY telnet://HOST:27017`): its reply code names what it could not do.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Socks5 proxy rejected connection - (?:HostUnreachable|NetworkUnreachable|ConnectionRefused|NotAllowed|Failure|TTLExpired|\w{3,40})|SOCKS[^\n]{0,60}(?:general (?:SOCKS )?(?:server )?failure|host unreachable|network unreachable|connection refused|not allowed by ruleset|TTL expired)/i,
      certainty: 'certain',
      weight: 3,
      sample: 'MongoNetworkError: Socks5 proxy rejected connection - HostUnreachable',
    },
    {
      driver: 'java',
      pattern: /ConnectException: [^\n]{1,120}\n[^\n]{0,20}\bat [^\n]{0,80}SocksSocket\.checkServerReply/,
      certainty: 'likely',
      weight: 4,
      sample: `Caused by: java.net.ConnectException: Host is unreachable
	at com.mongodb.internal.connection.SocksSocket.checkServerReply(SocksSocket.java:226)`,
    },
    {
      driver: 'any',
      pattern: /0x0[1-5]: |proxy[^\n]{0,40}(?:could not|cannot|can't) (?:connect|resolve|reach)/i,
      with: [/socks|proxyHost/i],
      certainty: 'likely',
      weight: 3,
      sample: 'socks5 connect: 0x05: connection refused mongodb proxyHost=127.0.0.1',
    },
    {
      driver: 'rust',
      pattern:
        /connecting to a proxy host: Error with reply: (?:Host unreachable|Network unreachable|Connection not allowed|TTL expired|General failure)/i,
      certainty: 'certain',
      sample: 'Kind: An error occurred when connecting to a proxy host: Error with reply: Host unreachable.',
    },
    {
      driver: 'rust',
      // The proxy's word for its target, and what the library says where the proxy itself refuses.
      pattern: /connecting to a proxy host: Error with reply: Connection refused/,
      certainty: 'likely',
      weight: 3,
      sample:
        'Kind: An error occurred when connecting to a proxy host: Error with reply: Connection refused.',
    },
    {
      driver: 'java',
      pattern:
        /General SOCKS5 server failure|Connection is not allowed by ruleset|ConnectException: (?:Connection has been refused|Network is unreachable|Host is unreachable|TTL is expired)/,
      with: [/SocksSocket|SOCKS/],
      certainty: 'likely',
      weight: 4,
      sample:
        'java.net.ConnectException: General SOCKS5 server failure at com.mongodb.internal.connection.SocksSocket',
    },
  ],
}
