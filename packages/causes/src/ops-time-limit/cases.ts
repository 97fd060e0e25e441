import type { Evidence, LimitOptions, ServerError } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { loggedIn, operated, plainTowards, serverError } from '../kit/server-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const at = null
const user = loggedIn(plainTowards(['a'], { effectiveAuthSource: 'admin' }), { is: 'logged-in' })
const socketBound = loggedIn(given(`mongodb://ada:${casePassword}@a/?socketTimeoutMS=50`), {
  is: 'logged-in',
})

/** A login of 290 ms and a read. */
function took(readMs: number, set: Partial<LimitOptions>): Evidence {
  const limits = { socketTimeoutMS: null, waitQueueTimeoutMS: null, maxPoolSize: null }
  const login = { mechanism: null, authSource: 'admin', permittedBy: 'verified-connection' } as const
  const read = { operation: 'read', namespace: 'app.orders', outcome: { is: 'done' } } as const
  return plainTowards(['a'], { effectiveAuthSource: 'admin', limits: { ...limits, ...set } })
    .saw('auth.login', null, {}, { ...login, outcome: { is: 'logged-in' } }, 290)
    .saw('ops.run', null, { operation: 'read' }, read, readMs)
    .build()
}

function own(name: string, message: string): ServerError {
  return serverError({ name, message, code: null, codeName: null })
}

export const cases: Cases = defineCases({
  code: 'ops-time-limit',
  matching: [
    {
      name: 'maxTimeMS',
      evidence: operated(
        user,
        'read',
        serverError({ code: 50, codeName: 'MaxTimeMSExpired', message: 'operation exceeded time limit' }),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'another limit of the server',
      evidence: operated(
        user,
        'read',
        serverError({ code: 262, codeName: 'ExceededTimeLimit', message: 'operation exceeded time limit' }),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'timeoutMS of the driver',
      evidence: operated(
        user,
        'read',
        own('MongoOperationTimeoutError', 'Timed out during socket read (12ms)'),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'socketTimeoutMS',
      evidence: operated(
        socketBound,
        'read',
        own('MongoNetworkTimeoutError', 'connection 3 to a:27017 timed out'),
      ).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'socketTimeoutMS=100, and a read that takes 42 ms',
      evidence: took(42, { socketTimeoutMS: 100 }),
      at,
      certainty: 'likely',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a connection that timed out without a limit of the user’s',
      evidence: operated(
        user,
        'read',
        own('MongoNetworkTimeoutError', 'connection 3 to a:27017 timed out'),
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'no answer within our own bound',
      evidence: operated(user, 'read', own('NoAnswerError', 'no answer within 5000 ms')).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'copying to other members takes too long',
      evidence: operated(
        operated(user, 'read'),
        'insert',
        serverError({
          name: 'MongoWriteConcernError',
          code: 64,
          codeName: 'WriteConcernTimeout',
          message: 'waiting for replication timed out',
        }),
      ).build(),
      at,
      is: 'absent',
      really: 'ops-write-concern',
    },
    {
      name: 'a limit of seconds on a path of 40 ms',
      evidence: took(42, { socketTimeoutMS: 5_000 }),
      at,
      is: 'absent',
    },
    {
      name: 'limits that are none',
      evidence: took(42, { socketTimeoutMS: 0 }),
      at,
      is: 'absent',
    },
    { name: 'the read is done', evidence: operated(user, 'read').build(), at, is: 'absent' },
  ],
})
