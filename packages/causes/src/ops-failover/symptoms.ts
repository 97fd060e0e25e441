import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-failover',
  confirm:
    'Repeat the operation a few seconds later: it passes, then a new primary was being elected; turn retryable writes and reads on.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /InterruptedDueToReplStateChange|operation was interrupted|interrupted due to (?:a )?repl(?:ica|ication)?[^\n]{0,20}state change|PrimarySteppedDown|stepped down|stepdown|The server is in quiesce mode|quiesce mode|ShutdownInProgress|server is shutting down|node is shutting down|InterruptedAtShutdown|interrupted at shutdown|primary (?:has )?(?:changed|stepped)/i,
      certainty: 'likely',
      weight: 4,
      sample: `MongoServerError: operation was interrupted, code: 11602, codeName: 'InterruptedDueToReplStateChange'`,
    },
    {
      driver: 'any',
      pattern: 'server:11602',
      certainty: 'likely',
      weight: 3,
      sample: 'code: 11602',
    },
    {
      driver: 'any',
      pattern: 'server:189',
      certainty: 'likely',
      weight: 3,
      sample: 'code: 189',
    },
    {
      driver: 'any',
      pattern: 'server:91',
      certainty: 'likely',
      weight: 3,
      sample: 'code: 91',
    },
    {
      driver: 'any',
      pattern: 'server:11600',
      certainty: 'likely',
      weight: 3,
      sample: 'code: 11600',
    },
    {
      driver: 'any',
      pattern: /\bnot (?:master|primary)\b/i,
      certainty: 'likely',
      sample: 'MongoServerError: not primary',
    },
    {
      driver: 'any',
      pattern:
        /primary marked stale due to|was a primary, but (?:a new primary was discovered|its set version or election id is stale)/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 1,
      sample: 'MongoStalePrimaryError: primary marked stale due to electionId/setVersion mismatch',
    },
    {
      driver: 'java',
      pattern:
        /MongoNotPrimaryException|The server is not the primary and did not execute|MongoNodeIsRecoveringException|The server is in recovery mode and did not execute/,
      certainty: 'likely',
      weight: 2,
      sample:
        'com.mongodb.MongoNodeIsRecoveringException: The server is in recovery mode and did not execute the operation on server db:27017',
    },
    {
      driver: 'java',
      pattern: /MongoSocketException: The server at \S{1,255} is no longer available/,
      certainty: 'likely',
      weight: 3,
      sample: 'com.mongodb.MongoSocketException: The server at db.example.net:27017 is no longer available',
    },
  ],
}
