import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-pool-exhausted',
  confirm:
    'See how many connections are checked out and how long the operations take at that moment; a new client whose ping passes at once settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Timed out while checking out a connection from connection pool|WaitQueueTimeout\w{0,9}|Timeout waiting for a pooled item|wait queue (?:is full|for acquiring)|MongoWaitQueue(?:Full|Timeout)Exception|timed out while checking out|timed out waiting for a connection from the (?:connection )?pool|ConnectionCheckoutTimeout|ConnectionPoolTimeout/i,
      unless: [/mongos?h? config/],
      certainty: 'certain',
      yields: true,
      weight: 3,
      sample: 'MongoWaitQueueTimeoutError: Timed out while checking out a connection from connection pool',
    },
    {
      driver: 'java',
      pattern: /Timed out (?:after \d{1,8} ms )?while waiting for a connection to server/,
      certainty: 'certain',
      yields: true,
      weight: 4,
      sample:
        'com.mongodb.MongoTimeoutException: Timed out after 120000 ms while waiting for a connection to server localhost:27017.',
    },
    {
      driver: 'any',
      pattern:
        /[Tt]imed out waiting for (?:a )?connection|(?:connection )?pool (?:is )?(?:exhausted|full)|Timed out getting a connection|waitQueueTimeoutMS|Unable to check(?:out| out) a connection|Too many (?:threads|operations) (?:are )?(?:already )?waiting/i,
      with: [/mongo/i],
      unless: [/mongos?h? config|waitQueueTimeoutMS=[^\n]{0,200}(?:ECONN|refused|bad auth|ENOTFOUND)/],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoError: timed out waiting for a connection, the connection pool is full',
    },
    {
      driver: 'csharp',
      pattern: /Timed out waiting (?:for a connection|in connecting queue) after \d{1,8}ms/,
      certainty: 'certain',
      yields: true,
      weight: 3,
      sample: 'System.TimeoutException: Timed out waiting for a connection after 120000ms.',
    },
    {
      driver: 'any',
      pattern:
        /Timeout waiting for connection from the connection pool\. maxPoolSize|Wait queue timeout elapsed without a connection becoming available|timed out while waiting for a client to be returned to the pool/,
      certainty: 'certain',
      yields: true,
      weight: 4,
      sample:
        'pymongo.errors.WaitQueueTimeoutError: Timeout waiting for connection from the connection pool. maxPoolSize: 100',
    },
    {
      driver: 'elixir',
      pattern: /connection not available and request was dropped from queue after \d{1,7}ms/,
      with: [/mongo/i],
      unless: [/\b(?:postgrex|myxql|tds)\b/i],
      certainty: 'likely',
      yields: true,
      weight: 1,
      sample:
        '** (DBConnection.ConnectionError) connection not available and request was dropped from queue after 98ms. (mongodb_driver)',
    },
  ],
}
