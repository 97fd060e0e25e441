import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-stale',
  confirm: 'dig the name here and with another resolver: different addresses, of which only one answers.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /\b(?:since|after)\b[^\n]{0,60}\b(?:migrat\w{1,6}|failover|scal\w{1,6}|restor\w{1,6}|mov(?:ed|ing|e))\b[^\n]{0,160}\b(?:ECONNREFUSED|ETIMEDOUT|timed out|Connection refused)/i,
      certainty: 'possible',
      sample:
        'Since we migrated the cluster: MongoServerSelectionError: connect ETIMEDOUT 198.51.100.7:27017',
    },
  ],
}
