import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-vpn-or-mesh',
  confirm: 'The same with the VPN or security client off.',
  symptoms: [
    {
      driver: 'any',
      pattern: /\b(?:198\.1[89]\.\d{1,3}\.\d{1,3}|240\.240\.\d{1,3}\.\d{1,3}):27\d{3}\b/,
      certainty: 'likely',
      sample: 'connect ETIMEDOUT 198.18.0.27:27017',
    },
    {
      driver: 'any',
      pattern:
        /(?:Zscaler|Netskope|Cloudflare WARP|GlobalProtect|AnyConnect|FortiClient)\b[^\n]{0,200}(?:ECONNRESET|timed? ?out|closed|reset)/i,
      certainty: 'possible',
      sample: 'With Zscaler on: MongoServerSelectionError: read ECONNRESET',
    },
    {
      driver: 'any',
      pattern:
        /upstream connect error or disconnect\/reset before headers|BlackHoleCluster|PassthroughCluster/,
      certainty: 'likely',
      sample: '"- - -" 0 UH "-" 0 0 0 - "10.0.0.5:27017" BlackHoleCluster',
    },
  ],
}
