import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-quota',
  confirm:
    'Look at the storage used and at the count of collections (Atlas metrics, `db.stats()`), and try a read: reads pass and writes fail.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /over your space quota|space quota|cannot create a new collection|already using \d{1,6} collections|No space left on device|OutOfDiskSpace|disk (?:is )?full|not enough (?:disk )?space|UserWritesBlocked|insufficient (?:free )?(?:disk|space)/i,
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
  ],
}
