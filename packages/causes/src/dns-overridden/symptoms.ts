import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-overridden',
  confirm:
    'Compare what the system says with what a resolver says for the name (`getent hosts NAME`, `nslookup NAME 1.1.1.1`) and look into the hosts file.',
  symptoms: [
    {
      driver: 'any',
      pattern: /\/etc\/hosts|drivers\\etc\\hosts|\bhosts file\b/i,
      with: [/mongo/i, /127\.0\.0\.1|0\.0\.0\.0|refused|timed out|mismatch|wrong|old|resol/i],
      certainty: 'possible',
      weight: 9,
      sample:
        'cluster0-shard-00-00.ab1cd.mongodb.net resolves to 127.0.0.1 because of /etc/hosts: connect ECONNREFUSED 127.0.0.1:27017',
    },
    {
      driver: 'any',
      pattern:
        /\.mongodb\.net\b[^\n]{0,200}(?:ECONNREFUSED|refused|closed)[^\n]{0,40}(?:127\.0\.0\.1|0\.0\.0\.0)|(?:ECONNREFUSED) (?:127\.0\.0\.1|0\.0\.0\.0):\d{2,5}[\s\S]{0,200}\.mongodb\.net/,
      certainty: 'likely',
      weight: 2,
      sample: `'cluster0-shard-00-00.ab1cd.mongodb.net:27017' => connect ECONNREFUSED 127.0.0.1:27017`,
    },
    {
      driver: 'any',
      pattern: /ECONNREFUSED 0\.0\.0\.0:\d{2,5}/,
      unless: [/\/\/[^\s]{0,200}0\.0\.0\.0/],
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerSelectionError: connect ECONNREFUSED 0.0.0.0:27017',
    },
  ],
}
