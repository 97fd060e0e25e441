import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Citation, Evidence } from '@mongowhy/core'

import { loginEnd } from '../kit/login.ts'
import { operationDone, operationThatFailed } from '../kit/operation.ts'
import { codeWords } from '../kit/session.ts'

const keyNotFound = 211

export const cause: Cause = defineCause<null>({
  code: 'auth-cluster-keys',
  title: 'The cluster lacks the keys with which it signs its time',
  scope: 'target',
  infer: (evidence) => {
    const failed = operationThatFailed(evidence, ({ code }) => code === keyNotFound)
    const said = failed?.said ?? statusSaid(evidence)
    if (said !== undefined) {
      return { is: 'present', certainty: 'certain', bearing: 'fault', facts: null, because: [said] }
    }
    const end = loginEnd(evidence)
    if (end?.is === 'refused' && end.error.code === keyNotFound) {
      return { is: 'present', certainty: 'certain', bearing: 'fault', facts: null, because: [end.said] }
    }
    const done = operationDone(evidence, 'read')
    return done === undefined ? unknown() : absent(done)
  },
  advise: () => ({
    title: says`The cluster cannot sign its logical time: a key is missing (KeyNotFound)`,
    explanation: says`Members of a set or a sharded cluster sign the cluster time with keys that are kept in admin.system.keys and renewed every three months. This member has no key for the present time, so it refuses commands, whoever sends them. Credentials and rights are in order.`,
    steps: [
      says`Wait a minute and try again: right after the start or the initiation of a set the first keys are still being made.`,
      says`Compare the clocks of all members and of the config servers (NTP). A clock that was far ahead once leaves cluster times that no key fits.`,
      says`A sharded cluster gets the keys from the config servers: their set needs a primary that every shard and mongos can reach.`,
      says`If it persists: restart the members one by one, secondaries first, and read their log for "keys_collection".`,
    ],
    operator: [
      says`Clocks of every member and config server, against one that is trusted (\`chronyc tracking\`).`,
      says`\`db.getSiblingDB("admin").system.keys.find({}, { purpose: 1, expiresAt: 1 })\` on the config servers' primary.`,
    ],
  }),
})

function statusSaid(evidence: Evidence): Citation | undefined {
  for (const look of seenBy(evidence, 'authz.privileges')) {
    const { outcome } = look.saw
    if (outcome.is === 'failed' && outcome.error.code === keyNotFound) {
      const { error } = outcome
      return cite(look, says`connectionStatus was answered with ${codeWords(error)}: ${error.message}`)
    }
  }
  return undefined
}
