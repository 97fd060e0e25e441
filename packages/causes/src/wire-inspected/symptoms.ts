import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-inspected',
  confirm: 'From another network the same connection string works.',
  symptoms: [
    {
      driver: 'any',
      pattern: /\b(?:1347703880|Got response id 808465440)\b/,
      with: ['host:atlas'],
      certainty: 'likely',
      sample:
        'MongoServerSelectionError: cluster0-shard-00-00.ab1cd.mongodb.net:27017: Invalid message size: 1347703880, max allowed: 67108864',
    },
  ],
}
