import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'proxy-auth',
  confirm: 'Try the user name and password of the proxy with curl (`curl --socks5 USER:PASS@HOST:PORT …`).',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Socks5? [Aa]uthentication failed|(?:SOCKS|[Pp]roxy)[^\n]{0,60}(?:username|password|credential|authenticat\w{0,5}|method)[^\n]{0,40}(?:fail\w{0,3}|reject\w{0,3}|required|denied|not accepted|unacceptable)|(?:no acceptable|No accepted) auth\w{0,20} (?:method|type)|407 Proxy Authentication Required/i,
      unless: [/Request failed with status code|axios|npm ERR/i],
      certainty: 'certain',
      weight: 3,
      sample: 'MongoNetworkError: Socks5 Authentication failed',
    },
    {
      driver: 'java',
      pattern: /Authentication failed\. Proxy server returned status: \d{1,3}/,
      certainty: 'certain',
      sample: 'java.net.ConnectException: Authentication failed. Proxy server returned status: 1',
    },
    {
      driver: 'java',
      pattern:
        /None of the authentication methods listed are acceptable|Proxy returned unsupported authentication method/,
      certainty: 'likely',
      weight: 3,
      sample:
        'java.net.ConnectException: None of the authentication methods listed are acceptable. Attempted methods: [NO_AUTH] at com.mongodb.internal.connection.SocksSocket',
    },
  ],
}
