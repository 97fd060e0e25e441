import { absent, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, ServerError } from '@mongowhy/core'

import { loginEnd } from '../kit/login.ts'
import { operationDone, operationThatFailed } from '../kit/operation.ts'
import { isAtlas, refusalOf } from '../kit/session.ts'

interface Facts {
  readonly action: string | null
  readonly namespace: string
}

export const cause: Cause = defineCause<Facts>({
  code: 'authz-atlas-action',
  title: 'Atlas does not let the user do this',
  scope: 'target',
  refines: ['authz-missing-role'],
  infer: (evidence) => {
    const end = loginEnd(evidence)
    if (end === null) return unknown()
    if (end.is !== 'in') return unknown()
    const failed = operationThatFailed(evidence, (error) => isAtlas(error) && refusalOf(error) === 'rights')
    if (failed === undefined) {
      const done = operationDone(evidence, 'read')
      return done === undefined ? unknown() : absent(done)
    }
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: actionOf(failed.error) ?? { action: null, namespace: failed.look.saw.namespace },
      because: [end.said, failed.said],
    }
  },
  advise: ({ action, namespace }) => {
    const database = namespace.split('.')[0] ?? namespace
    return {
      title: says`Atlas does not let this user ${action === null ? 'do this' : `do "${action}"`} on ${namespace}`,
      explanation: says`The password is right: Atlas let the user in, and its rights do not cover this. The refusal names the action and the place, so it is exact.`,
      steps: [
        says`In Atlas: Security, Database Access, edit the user. Give it "Read and write to any database", or readWrite on ${database} under "Specific Privileges".`,
        says`If it has a custom role: add ${action === null ? 'the action' : `the action ${action}`} on ${namespace} to that role.`,
        says`If another database was meant: name it in the path of the connection string, or in the code.`,
        says`A change takes effect when the banner about its deployment is gone; connections that are open see it too.`,
      ],
    }
  },
})

/** Atlas's words are its structure: the action and the namespace stand in brackets. */
function actionOf({ message }: ServerError): Facts | null {
  const [, action, namespace] = /\bdo action \[([\w.]{1,60})\] on \[([^\]\s]{1,255})\]/.exec(message) ?? []
  return action === undefined || namespace === undefined ? null : { action, namespace }
}
