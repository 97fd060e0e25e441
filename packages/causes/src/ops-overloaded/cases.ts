import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { loggedIn, operated, plainTowards, rejected, serverError } from '../kit/server-case.ts'

const at = null
const base = plainTowards(['a'], { effectiveAuthSource: 'admin' })
const user = loggedIn(base, { is: 'logged-in' })
const labels = ['SystemOverloadedError', 'RetryableError']
const limited = serverError({
  code: 462,
  codeName: 'IngressRequestRateLimitExceeded',
  message: "Rate limiter 'ingressRequestRateLimiter' rate exceeded",
  labels,
})

export const cases: Cases = defineCases({
  code: 'ops-overloaded',
  matching: [
    {
      name: 'the limit on requests',
      evidence: operated(user, 'read', limited).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a queue that is full',
      evidence: operated(
        user,
        'ping',
        serverError({ code: 433, codeName: 'AdmissionQueueOverflow', message: 'queue overflow' }),
      ).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a label that the driver put on a connection that broke',
      evidence: operated(
        user,
        'read',
        serverError({ name: 'MongoNetworkError', code: null, codeName: null, message: 'closed', labels }),
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'logins that are turned away',
      evidence: loggedIn(base, rejected(limited)).build(),
      at,
      is: 'unknown',
      really: 'auth-storm',
    },
    {
      name: 'a limit of time',
      evidence: operated(
        user,
        'read',
        serverError({ code: 50, codeName: 'MaxTimeMSExpired', message: 'operation exceeded time limit' }),
      ).build(),
      at,
      is: 'unknown',
      really: 'ops-time-limit',
    },
    { name: 'the read is done', evidence: operated(user, 'read').build(), at, is: 'absent' },
  ],
})
