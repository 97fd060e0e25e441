import { absent, defineCause, firstSeen, cite, says, unknown } from '@mongowhy/core'
import type { Advice, Cause, Citation, Evidence } from '@mongowhy/core'

import { operationThatFailed } from '../kit/operation.ts'
import { newConnection } from '../kit/way.ts'
import { poolLimit } from './limit.ts'
import type { PoolLimit } from './limit.ts'

type Facts =
  | { readonly is: 'timed-out'; readonly waitMs: number | null; readonly connectMs: number | null }
  | { readonly is: 'limit'; readonly limit: PoolLimit }

export const cause: Cause = defineCause<Facts>({
  code: 'ops-pool-exhausted',
  title: 'Every connection of the client’s pool is in use',
  scope: 'target',
  infer: (evidence) => {
    const waited = timedOut(evidence)
    const connection = newConnection(evidence)
    if (waited !== undefined) {
      const limit = poolLimit(evidence)
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: {
          is: 'timed-out',
          waitMs: limit.waitQueueTimeoutMS,
          connectMs: connection === undefined ? null : Math.round(connection.tookMs),
        },
        because: [waited, ...(connection === undefined ? [] : [connection.measured])],
      }
    }
    const { found, fine } = poolLimit(evidence)
    if (found !== null) {
      return {
        is: 'present',
        certainty: found.limit.option === 'waitQueueTimeoutMS' ? 'likely' : 'possible',
        bearing: 'advisory',
        facts: { is: 'limit', limit: found.limit },
        because: [found.because],
      }
    }
    return fine === null ? unknown() : absent(fine)
  },
  advise: (facts) => (facts.is === 'timed-out' ? timedOutAdvice(facts) : limitAdvice(facts.limit)),
})

const ended = 'MongoWaitQueueTimeoutError'

/** The driver's own words for a wait in the queue of its pool that was too long. */
function timedOut(evidence: Evidence): Citation | undefined {
  const operation = operationThatFailed(evidence, ({ name }) => name === ended)
  if (operation !== undefined) return operation.said
  const driver = firstSeen(evidence, 'driver.connect')
  const outcome = driver?.saw.outcome
  return driver !== undefined && outcome?.is === 'failed' && outcome.error.name === ended
    ? cite(driver, says`the driver waited for a connection of its pool and gave up: ${outcome.error.message}`)
    : undefined
}

function timedOutAdvice({ waitMs, connectMs }: Extract<Facts, { readonly is: 'timed-out' }>): Advice {
  return {
    title: says`No connection of the pool was free within waitQueueTimeoutMS${waitMs === null ? '' : `=${waitMs}`}`,
    explanation: says`The driver lends the connections of its pool to operations, and opens a new one where none is free. This client had a single operation, so it waited for a connection to be opened and logged in${connectMs === null ? '' : `, which takes about ${connectMs} ms on this path`}, longer than the limit allows.`,
    steps: [
      says`Leave waitQueueTimeoutMS out (the Node driver then waits without a limit), or bound the wait generously.`,
      says`If it must be there: at the least three times what a new connection takes${connectMs === null ? '' : `, ${3 * connectMs} ms`}.`,
    ],
  }
}

function limitAdvice(limit: PoolLimit): Advice {
  switch (limit.option) {
    case 'waitQueueTimeoutMS':
      return {
        title: says`waitQueueTimeoutMS=${limit.limitMs} is shorter than a new connection takes (${limit.connectMs} ms)`,
        explanation: says`Where no connection of the pool is free, an operation waits until one is given back or a new one is open. Opening one takes ${limit.connectMs} ms on this path, so in each burst, and after each fail-over, operations fail although the server is well.`,
        steps: [
          says`Leave waitQueueTimeoutMS out, or set it to ${3 * limit.connectMs} at the least.`,
          says`minPoolSize keeps so many connections open beforehand.`,
        ],
        confirm: says`Start a client and send twenty operations at once: those beyond the first fail with a timeout of the wait queue.`,
      }
    case 'maxPoolSize':
      return {
        title: says`maxPoolSize=${limit.connections} lets about ${limit.perSecond} operations a second through on this path`,
        explanation: says`A connection carries one operation at a time, and the smallest took ${limit.operationMs} ms here. More than about ${limit.perSecond} a second of one process wait in a queue, however idle the server is. For a job that does less it is enough.`,
        steps: [
          says`Set maxPoolSize to the number of operations that one process has under way at once; the default is 100.`,
          says`Where the limit of connections is the reason: fewer processes, not smaller pools; each of them needs room for its own work.`,
        ],
        confirm: says`Count the pool's connectionCheckOutStarted events that wait: none means that the pool is large enough.`,
      }
  }
}
