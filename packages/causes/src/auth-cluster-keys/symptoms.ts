import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-cluster-keys',
  symptoms: [
    {
      driver: 'any',
      pattern: /Cache Reader No keys found for HMAC that is valid for time/,
      certainty: 'certain',
      sample:
        "com.mongodb.MongoCommandException: Command failed with error 211 (KeyNotFound): 'Cache Reader No keys found for HMAC that is valid for time: { ts: Timestamp(1624503733, 20) } with id: 0' on server mongos:27017",
    },
    {
      driver: 'any',
      pattern: /error 211 \(KeyNotFound\)|\(KeyNotFound\)/,
      certainty: 'likely',
      sample: '(KeyNotFound) No keys found after refresh',
    },
  ],
}
