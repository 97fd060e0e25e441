import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'proxy-env-ignored',
  confirm: `MongoDB's drivers ignore HTTP_PROXY and HTTPS_PROXY: see whether port 27017 gets out without the proxy; else use proxyHost (SOCKS5) or a private endpoint.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /\b(?:HTTPS?_PROXY|https?_proxy|ALL_PROXY|http\.proxyHost|https\.proxyHost|--proxy|corporate proxy|behind (?:a |the |our )?(?:company |corporate |http )?proxy|squid)\b/,
      with: [/tim(?:ed|e) ?out|ETIMEDOUT|ENOTFOUND|querySrv|selection|refused|ECONN/i],
      unless: [/SOCKS|socks|proxyHost=/],
      certainty: 'possible',
      weight: 9,
      sample:
        'HTTPS_PROXY=http://proxy.corp.example:3128 is set, curl works, and still MongoServerSelectionError: connection timed out',
    },
  ],
}
