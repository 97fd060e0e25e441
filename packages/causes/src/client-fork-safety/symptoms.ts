import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'client-fork-safety',
  confirm:
    'Print the process id where the client is made and where it is used: two different ones settle it; make the client after the fork (post_fork, worker init).',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /MongoClient opened before fork|opened before fork|not fork-?safe|fork\(\)[^\n]{0,80}(?:MongoClient|deadlock|client)|Detected PID change|created in (?:another|a different|the parent) process/i,
      with: [/mongo|Mongo/i],
      certainty: 'certain',
      yields: true,
      weight: 3,
      sample:
        'UserWarning: MongoClient opened before fork. May not be entirely fork-safe, proceed with caution.',
    },
    {
      driver: 'any',
      pattern: /before fork(?:ing)?\b[^\n]{0,60}|post_fork|postfork/i,
      with: [/mongo/i],
      certainty: 'likely',
      yields: true,
      weight: 3,
      sample: 'gunicorn: MongoClient is shared, create it in post_fork',
    },
  ],
}
