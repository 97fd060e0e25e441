import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-off-for-atlas',
  confirm: 'The connection string begins with mongodb:// and has neither tls=true nor ssl=true in it.',
  symptoms: [
    {
      driver: 'node',
      pattern: /connection (?:<monitor>|\d{1,9}) to \S{1,200}\.mongodb\.net:27017 closed/,
      certainty: 'possible',
      weight: 2,
      sample:
        'MongoServerSelectionError: connection <monitor> to cluster0-shard-00-00.ab1cd.mongodb.net:27017 closed',
    },
    {
      driver: 'pymongo',
      pattern: /\.mongodb\.net:27017: connection closed\b/,
      certainty: 'possible',
      weight: 2,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: cluster0-shard-00-00.ab1cd.mongodb.net:27017: connection closed (configured timeouts: connectTimeoutMS: 20000.0ms)',
    },
  ],
}
