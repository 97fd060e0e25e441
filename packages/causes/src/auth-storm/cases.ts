import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { loggedIn, operated, plainTowards, rejected, serverError } from '../kit/server-case.ts'

const at = null
const base = plainTowards(['a'], { effectiveAuthSource: 'admin' })
const limited = serverError({
  code: 462,
  codeName: 'IngressRequestRateLimitExceeded',
  message: "Rate limiter 'ingressRequestRateLimiter' rate exceeded",
  labels: ['SystemOverloadedError', 'RetryableError'],
})

export const cases: Cases = defineCases({
  code: 'auth-storm',
  matching: [
    {
      name: 'the login is answered with the code of a limit',
      evidence: loggedIn(base, rejected(limited)).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'another limit, without labels',
      evidence: loggedIn(
        base,
        rejected(serverError({ code: 449, codeName: 'RateLimitExceeded', message: 'rate exceeded' })),
      ).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a label that the driver put on a connection that broke',
      evidence: loggedIn(base, {
        is: 'failed',
        error: serverError({
          name: 'MongoNetworkError',
          code: null,
          codeName: null,
          message: 'connection closed',
          labels: ['SystemOverloadedError', 'RetryableError'],
        }),
      }).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'a wrong password',
      evidence: loggedIn(base, rejected(serverError())).build(),
      at,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'logged in, and a read is turned away',
      evidence: operated(loggedIn(base, { is: 'logged-in' }), 'read', limited).build(),
      at,
      is: 'absent',
      really: 'ops-overloaded',
    },
  ],
})
