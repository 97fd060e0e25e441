import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-member-not-ready',
  confirm: 'Ask the member `rs.status().myState`: STARTUP2, RECOVERING or ROLLBACK means wait (or resync).',
  symptoms: [
    {
      driver: 'any',
      pattern: 'server:13436',
      certainty: 'likely',
      weight: 3,
      sample: `code: 13436, codeName: 'NotPrimaryOrSecondary'`,
    },
    {
      driver: 'any',
      pattern:
        /not (?:master|primary) or (?:secondary|recovering)|node is (?:recovering|in recovering|not in primary or recovering)|(?:is|in) (?:RECOVERING|STARTUP2?|ROLLBACK) ?(?:state|mode)?\b|RSOther|REPLICA_SET_OTHER|ReplicaSetOther|Oplog collection reads are not allowed while in the rollback or startup state|cannot (?:serve|read)[^\n]{0,40}(?:recovering|startup|rollback)|RSArbiter|NotPrimaryOrSecondary|initial sync/,
      unless: [/RSSecondary|RSPrimary/],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerError: node is not in primary or recovering state',
    },
    {
      driver: 'any',
      // The member was taken out of the set, or its address no longer is the one that the set has for it.
      pattern:
        /Our replica set config is invalid or we are not a member of it|does not have a valid entry for the current node|No host described in new configuration[^\n]{0,120}maps to this node|stateStr"?:? ?"?REMOVED/,
      certainty: 'likely',
      weight: 4,
      sample: `{ ok: 0, errmsg: 'Our replica set config is invalid or we are not a member of it', code: 93, codeName: 'InvalidReplicaSetConfig' }`,
    },
    {
      driver: 'java',
      pattern: /MongoNodeIsRecoveringException|The server is in recovery mode and did not execute/,
      certainty: 'likely',
      weight: 3,
      sample:
        'com.mongodb.MongoNodeIsRecoveringException: The server is in recovery mode and did not execute the operation on server db:27017',
    },
  ],
}
