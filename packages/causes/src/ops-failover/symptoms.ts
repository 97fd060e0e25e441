import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-failover',
  symptoms: [
    {
      driver: 'any',
      pattern: /InterruptedDueToReplStateChange|PrimarySteppedDown/,
      certainty: 'certain',
      sample: '(InterruptedDueToReplStateChange) operation was interrupted',
    },
    {
      driver: 'any',
      pattern:
        /ShutdownInProgress|InterruptedAtShutdown|The server is in quiesce mode and will shut down|interrupted at shutdown/,
      certainty: 'certain',
      sample: '(ShutdownInProgress) The server is in quiesce mode and will shut down',
    },
    {
      driver: 'any',
      pattern: /\bnot (?:primary|master)\b/,
      certainty: 'possible',
      sample: 'MongoServerError: not primary',
    },
    {
      driver: 'pymongo',
      pattern: /NotPrimaryError|NotMasterError|AutoReconnect: (?:not primary|not master)/,
      certainty: 'likely',
      sample: "pymongo.errors.NotPrimaryError: not primary, full error: {'code': 10107}",
    },
    {
      driver: 'java',
      pattern: /MongoNotPrimaryException|MongoNodeIsRecoveringException/,
      certainty: 'likely',
      sample:
        "com.mongodb.MongoNotPrimaryException: Command failed with error 10107 (NotWritablePrimary): 'not primary' on server a:27017.",
    },
  ],
}
