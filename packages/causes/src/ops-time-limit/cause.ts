import { absent, defineCause, says, unknown } from '@mongowhy/core'
import type { Advice, Cause, Phrase, ServerError } from '@mongowhy/core'

import { operationDone, operationThatFailed } from '../kit/operation.ts'
import { effective } from '../kit/deployment.ts'
import { adviseThin, thinLimit } from './thin.ts'
import type { ThinLimit } from './thin.ts'

type Whose = 'server' | 'driver' | 'socket'

type Facts =
  | { readonly is: 'ended'; readonly whose: Whose; readonly operation: string }
  | ({ readonly is: 'thin' } & ThinLimit)

const timeCodes: ReadonlySet<number | null> = new Set([50, 262])

export const cause: Cause = defineCause<Facts>({
  code: 'ops-time-limit',
  title: 'The operation takes longer than its time limit allows',
  scope: 'target',
  infer: (evidence) => {
    const bound = (effective(evidence)?.limits?.socketTimeoutMS ?? null) !== null
    const failed = operationThatFailed(evidence, (error) => whoseOf(error, bound) !== null)
    const whose = failed === undefined ? null : whoseOf(failed.error, bound)
    if (failed === undefined || whose === null) {
      const done = operationDone(evidence, 'read')
      if (done === undefined) return unknown()
      const thin = thinLimit(evidence)
      if (thin === null) return absent(done)
      return {
        is: 'present',
        certainty: 'likely',
        bearing: 'advisory',
        facts: { is: 'thin', ...thin },
        because: [thin.because],
      }
    }
    return {
      is: 'present',
      certainty: whose === 'socket' ? 'likely' : 'certain',
      bearing: 'fault',
      facts: { is: 'ended', whose, operation: failed.look.saw.operation },
      because: [failed.said],
    }
  },
  advise: (facts) => (facts.is === 'thin' ? adviseThin(facts) : ended(facts)),
})

function ended({ whose, operation }: Extract<Facts, { readonly is: 'ended' }>): Advice {
  return {
    title: titles[whose],
    explanation: says`Connecting and logging in work; the limit ended the operation (${operation}). What ran was as small as can be: one document, or a ping. If even that does not end in time, the server is busy or its disk is slow, or the limit is very short.`,
    steps: [
      ...steps[whose],
      says`On the server, what else runs: db.currentOp({ active: true, secs_running: { $gt: 1 } }). Look at disk and processor as well.`,
      says`For your own slow queries: explain("executionStats"), and an index where it says COLLSCAN.`,
    ],
  }
}

function whoseOf(error: ServerError, socketBound: boolean): Whose | null {
  if (timeCodes.has(error.code)) return 'server'
  if (error.name === 'MongoOperationTimeoutError') return 'driver'
  return error.name === 'MongoNetworkTimeoutError' && socketBound ? 'socket' : null
}

const titles: Readonly<Record<Whose, Phrase>> = {
  server: says`The server ended the operation at its time limit`,
  driver: says`The driver ended the operation at its time limit (timeoutMS)`,
  socket: says`The driver closed the connection at socketTimeoutMS, before the answer came`,
}

const steps: Readonly<Record<Whose, readonly Phrase[]>> = {
  server: [
    says`Find who sets the limit: maxTimeMS in the code, timeoutMS in the connection string, or defaultMaxTimeMS of the cluster (db.adminCommand({ getClusterParameter: "defaultMaxTimeMS" })).`,
  ],
  driver: [
    says`Raise timeoutMS in the connection string or the code: it bounds everything, choosing a server and connecting included.`,
  ],
  socket: [
    says`Leave socketTimeoutMS out, and bound operations with timeoutMS or maxTimeMS: those tell the server to stop, while a closed socket leaves the work running there.`,
  ],
}
