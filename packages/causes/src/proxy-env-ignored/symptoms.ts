import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'proxy-env-ignored',
  confirm: "curl --noproxy '*' to any host outside: if that fails too, nothing leaves directly.",
  symptoms: [
    {
      driver: 'any',
      pattern: /\b(?:HTTPS?_PROXY|ALL_PROXY|https?_proxy|all_proxy)=\S{3,200}/,
      with: [/timed? ?out|ETIMEDOUT|ServerSelection(?:Timeout)?Error|MongoTimeoutException|i\/o timeout/i],
      certainty: 'likely',
      sample: 'HTTPS_PROXY=http://proxy.example.com:3128\nMongoServerSelectionError: connection timed out',
    },
    {
      driver: 'any',
      pattern:
        /(?:behind|corporate|company)[^\n]{0,30} proxy\b[^\n]{0,200}(?:timed? ?out|ETIMEDOUT|ServerSelection)/i,
      certainty: 'possible',
      sample: 'We are behind a corporate proxy: MongoServerSelectionError: connection timed out',
    },
  ],
}
