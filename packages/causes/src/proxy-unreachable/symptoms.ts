import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'proxy-unreachable',
  confirm:
    'See whether something listens where proxyHost and proxyPort point (`nc -vz HOST PORT`) from this machine.',
  symptoms: [
    {
      driver: 'any',
      pattern: /(?:ECONNREFUSED|ETIMEDOUT|ENOTFOUND)[\s\S]{0,1700}(?:SocksClient|socksclient)/,
      unless: [/Socks5? [Aa]uthentication failed|rejected connection/],
      certainty: 'certain',
      weight: 4,
      sample: `MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:1080
    at SocksClient.onErrorHandler`,
    },
    {
      driver: 'any',
      pattern: /proxyHost/,
      with: ['errno:refused'],
      certainty: 'likely',
      weight: 2,
      sample: 'proxyHost=127.0.0.1 proxyPort=1080 MongoNetworkError: connect ECONNREFUSED 127.0.0.1:1080',
    },
    {
      driver: 'any',
      pattern:
        /ECONNREFUSED [\w.:-]{3,60}:(?:1080|9050|9150)\b|dial tcp [\w.:-]{3,60}:(?:1080|9050): connect: connection refused/,
      certainty: 'likely',
      weight: 2,
      sample: 'connect ECONNREFUSED 127.0.0.1:1080',
    },
    {
      driver: 'any',
      pattern: 'topology:other-port',
      with: ['errno:refused'],
      certainty: 'likely',
      weight: 3,
      sample: `servers: Map(1) { 'db.test:27017' => ServerDescription { type: 'Unknown', error: MongoNetworkError: connect ECONNREFUSED 127.0.0.1:58584`,
    },
    {
      driver: 'java',
      pattern: 'errno:refused',
      with: [/SocksSocket|ProxySettings\{host=(?!null)/],
      certainty: 'likely',
      weight: 4,
      sample: `created with settings MongoClientSettings{proxySettings=ProxySettings{host=127.0.0.1, port=1080, username=null, password=null}}
com.mongodb.MongoSocketOpenException: Exception opening socket; caused by java.net.ConnectException: Connection refused`,
    },
    {
      driver: 'any',
      pattern:
        /(?:[Ss][Oo][Cc][Kk][Ss]5?|[Pp]roxy)[^\n]{0,120}(?:ECONNREFUSED|ETIMEDOUT|ENOTFOUND|refused|timed out|not reach\w{0,5}|unreachable)/,
      unless: [
        /Socks5? [Aa]uthentication failed|rejected connection|Error with reply: |(?:reverse|kube|userland|cloud-?sql)[- ]?proxy|docker-proxy/i,
      ],
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerSelectionError: Socks5 proxy 127.0.0.1:1080: connect ECONNREFUSED 127.0.0.1:1080',
    },
    {
      driver: 'rust',
      pattern: /connecting to a proxy host: Error with reply: Connection refused/,
      certainty: 'likely',
      weight: 4,
      sample:
        'Kind: An error occurred when connecting to a proxy host: Error with reply: Connection refused.',
    },
  ],
}
