import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-quota',
  confirm:
    'Look at the storage used and at the count of collections (Atlas metrics, `db.stats()`), and try a read: reads pass and writes fail.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /over your space quota|space quota|cannot create a new collection|already using \d{1,6} collections|OutOfDiskSpace|UserWritesBlocked/i,
      certainty: 'certain',
      weight: 4,
      sample: 'MongoServerError: you are over your space quota, using 521 MB of 512 MB',
    },
    {
      driver: 'any',
      pattern: 'server:14031',
      certainty: 'certain',
      weight: 3,
      sample: 'OutOfDiskSpace code: 14031',
    },
    {
      driver: 'any',
      pattern: 'server:371',
      certainty: 'certain',
      weight: 3,
      sample: 'code: 371',
    },
    {
      driver: 'any',
      pattern:
        /storage (?:limit|quota|size)[^\n]{0,40}(?:exceed|reach)|exceeded[^\n]{0,40}(?:storage|quota|disk)/i,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerError: you have exceeded your storage quota',
    },
    {
      driver: 'any',
      pattern:
        /No space left on device|disk (?:is )?full|not enough (?:disk )?space|insufficient (?:free )?(?:disk|space)|\bMongo\w{0,20}Error: quota exceeded/i,
      // What a tool cannot write is the disk of its own machine.
      unless: [/error writing data for collection|to disk: write |npm ERR|mongodump|apt-get|docker build/],
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerError: write failed: No space left on device',
    },
  ],
}
