import { absent, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { operationDone, operationThatFailed } from '../kit/operation.ts'
import { isOverload } from '../kit/session.ts'

interface Facts {
  readonly operation: string
}

export const cause: Cause = defineCause<Facts>({
  code: 'ops-overloaded',
  title: 'The server turns requests away, since it is overloaded',
  scope: 'target',
  infer: (evidence) => {
    // Drivers put the same label on connections that break; only a code is the server's own word.
    const failed = operationThatFailed(evidence, isOverload)
    if (failed === undefined) {
      const done = operationDone(evidence, 'read')
      return done === undefined ? unknown() : absent(done)
    }
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { operation: failed.look.saw.operation },
      because: [failed.said],
    }
  },
  advise: ({ operation }) => ({
    title: says`The server is overloaded, and turns requests away (${operation})`,
    explanation: says`Connecting and logging in work. The server refused the request unread, with the code of a limit that protects it. The driver had tried again with pauses before it gave up.`,
    steps: [
      says`Find the load: db.serverStatus() (opcounters, queues), db.currentOp({ active: true }), and on Atlas the metrics of the last hour.`,
      says`Let clients wait longer after each refusal, with chance in it; drivers of 2026 do so by themselves. Many that try again at once keep the server where it is.`,
      says`If the limit is your own setting (ingressRequestRateLimiterEnabled, ingressRequestAdmissionRatePerSec): is it right for the traffic of today?`,
    ],
    operator: [
      says`\`db.serverStatus()\`: opcounters, globalLock.currentQueue, connections; \`db.currentOp({ active: true })\`.`,
      says`\`ingressRequestRateLimiterEnabled\` and \`ingressRequestAdmissionRatePerSec\` in setParameter.`,
    ],
    confirm: says`Try again when nothing else runs: if it works, it was this.`,
  }),
})
