import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'client-fork-safety',
  symptoms: [
    {
      driver: 'pymongo',
      pattern: /MongoClient opened before fork/,
      certainty: 'certain',
      sample:
        "UserWarning: MongoClient opened before fork. May not be entirely fork-safe, proceed with caution. See PyMongo's documentation for details",
    },
  ],
}
