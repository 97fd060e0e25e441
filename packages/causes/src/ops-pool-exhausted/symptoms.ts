import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-pool-exhausted',
  symptoms: [
    {
      driver: 'node',
      pattern: /Timed out while checking out a connection from connection pool/,
      certainty: 'certain',
      sample: 'MongoWaitQueueTimeoutError: Timed out while checking out a connection from connection pool',
    },
    {
      driver: 'pymongo',
      pattern: /WaitQueueTimeoutError|Timed out while checking out a connection from connection pool\./,
      certainty: 'certain',
      sample:
        'pymongo.errors.WaitQueueTimeoutError: Timed out while checking out a connection from connection pool. maxPoolSize: 100, timeout: 1.0',
    },
    {
      driver: 'go',
      pattern: /timed out while checking out a connection from connection pool/,
      certainty: 'certain',
      sample:
        'timed out while checking out a connection from connection pool: context deadline exceeded; maxPoolSize: 100, connections in use by cursors: 0, connections in use by transactions: 0, connections in use by other operations: 100',
    },
    {
      driver: 'java',
      pattern:
        /Timeout(?:ed out)? (?:after \d{1,9} ms )?(?:while )?waiting for a (?:pooled )?connection|MongoTimeoutException: Timed out after \d{1,9} ms while waiting for a connection/,
      certainty: 'certain',
      sample:
        'com.mongodb.MongoTimeoutException: Timed out after 120000 ms while waiting for a connection to server localhost:27017.',
    },
    {
      driver: 'csharp',
      pattern: /MongoWaitQueueFullException|Timed out waiting for a connection after/,
      certainty: 'certain',
      sample: 'System.TimeoutException: Timed out waiting for a connection after 120000ms.',
    },
    {
      driver: 'ruby',
      pattern: /Timed out attempting to check out a connection from pool/,
      certainty: 'certain',
      sample:
        'Mongo::Error::ConnectionCheckOutTimeout: Timed out attempting to check out a connection from pool after 10 sec',
    },
  ],
}
