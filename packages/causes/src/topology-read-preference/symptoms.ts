import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-read-preference',
  symptoms: [
    {
      driver: 'pymongo',
      pattern:
        /No replica set members match selector "(?:Secondary|Nearest|PrimaryPreferred|SecondaryPreferred)/,
      certainty: 'certain',
      sample:
        "pymongo.errors.ServerSelectionTimeoutError: No replica set members match selector \"Secondary(tag_sets=({'dc': 'london'},), max_staleness=-1, hedge=None)\"",
    },
    {
      driver: 'any',
      pattern:
        /could not find host matching read preference|unable to find (?:a )?(?:suitable )?host[^\n]{0,60}read preference/i,
      certainty: 'certain',
      sample:
        'MongoServerError: Could not find host matching read preference { mode: "secondary", tags: [ { dc: "london" } ] } for set rs0',
    },
    {
      driver: 'any',
      pattern: /FailedToSatisfyReadPreference\b/,
      certainty: 'likely',
      sample: '"codeName" : "FailedToSatisfyReadPreference", "code" : 133',
    },
    {
      driver: 'any',
      pattern: /maxStalenessSeconds"? must be at least \d{1,4}/i,
      certainty: 'certain',
      sample: 'MongoInvalidArgumentError: Option "maxStalenessSeconds" must be at least 90 seconds',
    },
    {
      driver: 'any',
      pattern: 'server:160',
      certainty: 'certain',
      sample: '"code" : 160, "codeName" : "MaxStalenessOutOfRange"',
    },
    {
      driver: 'java',
      pattern:
        /while waiting for a server that matches (?:ReadPreferenceServerSelector\{|readPreference)[^\n]{0,80}(?:secondary|nearest)/,
      certainty: 'likely',
      sample:
        'com.mongodb.MongoTimeoutException: Timed out after 30000 ms while waiting for a server that matches ReadPreferenceServerSelector{readPreference=secondary}',
    },
    {
      driver: 'java',
      pattern: /primary read preference can ?not be combined with/i,
      certainty: 'certain',
      sample: 'java.lang.IllegalArgumentException: Primary read preference can not be combined with tags',
    },
  ],
}
