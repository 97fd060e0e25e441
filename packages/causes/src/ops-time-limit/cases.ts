import type { ServerError } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { loggedIn, operated, plainTowards, serverError } from '../kit/server-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const at = null
const user = loggedIn(plainTowards(['a'], { effectiveAuthSource: 'admin' }), { is: 'logged-in' })
const socketBound = loggedIn(given(`mongodb://ada:${casePassword}@a/?socketTimeoutMS=50`), {
  is: 'logged-in',
})

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
    { name: 'the read is done', evidence: operated(user, 'read').build(), at, is: 'absent' },
  ],
})
