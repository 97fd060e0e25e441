import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-quota',
  symptoms: [
    {
      driver: 'any',
      pattern: /you are over your space quota, using \d{1,9} ?[KMGT]?B of \d{1,9} ?[KMGT]?B/,
      certainty: 'certain',
      sample:
        'MongoServerError: you are over your space quota, using 513 MB of 512 MB. Writes are blocked on your cluster.',
    },
    {
      driver: 'any',
      pattern:
        /cannot create a new (?:collection|database) -- already using \d{1,9} (?:collections|databases) of \d/,
      certainty: 'certain',
      sample: 'MongoServerError: cannot create a new collection -- already using 527 collections of 500',
    },
    {
      driver: 'any',
      pattern: /OutOfDiskSpace|No space left on device/,
      certainty: 'likely',
      sample:
        'WiredTiger error (28) [1700000000:0][1:0x7f], file:collection-0.wt, WT_SESSION.checkpoint: No space left on device',
    },
    {
      driver: 'any',
      pattern: /\(UserWritesBlocked\)|User writes blocked/,
      certainty: 'certain',
      sample: '(UserWritesBlocked) User writes blocked',
    },
  ],
}
