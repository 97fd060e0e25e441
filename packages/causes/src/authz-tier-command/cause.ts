import { absent, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { operationDone, operationThatFailed } from '../kit/operation.ts'
import { refusalOf } from '../kit/session.ts'

interface Facts {
  readonly what: 'tier' | 'strict'
  readonly operation: string
}

const apiStrictError = 323

export const cause: Cause = defineCause<Facts>({
  code: 'authz-tier-command',
  title: 'The tier or the strict API does not have this command',
  scope: 'target',
  infer: (evidence) => {
    const failed = operationThatFailed(
      evidence,
      (error) => refusalOf(error) === 'tier' || error.code === apiStrictError,
    )
    if (failed === undefined) {
      const done = operationDone(evidence, 'read')
      return done === undefined ? unknown() : absent(done)
    }
    const what = failed.error.code === apiStrictError ? 'strict' : 'tier'
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { what, operation: failed.look.saw.operation },
      because: [failed.said],
    }
  },
  advise: ({ what, operation }) =>
    what === 'tier'
      ? {
          title: says`This Atlas tier does not allow the command (${operation})`,
          explanation: says`The login and the rights are in order: Atlas's proxy in front of the free, shared and Flex tiers does not pass everything on, and this is not passed on to anybody.`,
          steps: [
            says`Look the command up in Atlas's list of unsupported commands for the tier; often there is another way (an aggregation for mapReduce, an index option less, a cursor with a time limit).`,
            says`Upgrade the library that sends it: migration and administration tools know the limits of tiers in newer releases.`,
            says`If it is needed: a dedicated tier (M10 or larger) has it.`,
          ],
        }
      : {
          title: says`The strict Stable API does not have this command (${operation})`,
          explanation: says`The client asks for apiVersion with strict: true. The server then refuses every command and option that the version does not name, so that nothing breaks with an upgrade of the server. Login and rights are in order.`,
          steps: [
            says`If the command is needed: leave strict out of serverApi, or use another client for it.`,
            says`If it is a tool that sends it: give the tool a connection of its own without serverApi.`,
          ],
        },
})
