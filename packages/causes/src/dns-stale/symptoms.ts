import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-stale',
  confirm: `Compare this machine's answer with the zone's own name server, flush the cache (or restart the process: the JVM keeps answers) and try again.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:after|since)[^\n]{0,60}(?:migrat\w{1,6}|fail-?over|recreat\w{1,4}|moving|restor\w{1,4})[^\n]{0,200}(?:old|previous|stale|cached)[^\n]{0,20}(?:ip|address|host|dns|record)/i,
      certainty: 'possible',
      weight: 9,
      sample:
        'After migrating the cluster the driver still connects to the old IP address: MongoNetworkError: connect ETIMEDOUT 10.0.0.9:27017',
    },
    {
      driver: 'any',
      pattern:
        /\b(?:stale|cached|caching)\b[^\n]{0,30}(?:dns|address|resolution|record)|networkaddress\.cache\.ttl|(?:dns|resolver)[^\n]{0,30}(?:stale|cache)/i,
      with: [/mongo/i],
      certainty: 'possible',
      weight: 9,
      sample: 'stale DNS cache: MongoSocketOpenException: Exception opening socket',
    },
    {
      driver: 'any',
      pattern: /[Ss]ince we (?:migrated|moved|failed over|restored)[^\n]{0,120}/,
      certainty: 'possible',
      weight: 8,
      sample:
        'Since we migrated the cluster: MongoServerSelectionError: connect ETIMEDOUT 198.51.100.7:27017',
    },
  ],
}
