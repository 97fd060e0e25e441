import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-write-to-secondary',
  confirm:
    'Ask the server `db.hello().isWritablePrimary`: false, then connect to the set (replicaSet=, all members) instead of directly.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'server:10107',
      certainty: 'likely',
      weight: 2,
      sample: `MongoServerError: not primary, code: 10107, codeName: 'NotWritablePrimary'`,
    },
    {
      driver: 'any',
      pattern:
        /\bnot (?:master|primary)\b(?! or (?:secondary|recovering))|NotWritablePrimary|NotMaster(?:Error)?\b|not writable primary|Cannot write to a (?:secondary|node)|NotPrimaryError/i,
      unless: [
        /slaveOk|secondaryOk|state ?change|stepped? ?down|election|failover|13436|node is (?:recovering|shutting)/i,
      ],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerError: not primary',
    },
    {
      driver: 'any',
      pattern: 'server:13435',
      certainty: 'likely',
      weight: 2,
      sample: 'not master and slaveOk=false code: 13435',
    },
    {
      driver: 'any',
      pattern: /not (?:master|primary) and (?:slaveOk|secondaryOk) ?= ?false/i,
      certainty: 'likely',
      weight: 3,
      sample: 'Error: listDatabases failed: not master and slaveOk=false',
    },
    {
      driver: 'any',
      pattern: 'server:10058',
      certainty: 'likely',
      weight: 2,
      sample: 'code: 10058',
    },
    {
      driver: 'java',
      pattern: /MongoNotPrimaryException|The server is not the primary and did not execute the operation/,
      certainty: 'likely',
      weight: 3,
      sample:
        'com.mongodb.MongoNotPrimaryException: The server is not the primary and did not execute the operation',
    },
  ],
}
