import type { ServerError } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { loggedIn, memberHello, operated, replied, serverError } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const at = null
const hosts = ['a:27017', 'b:27017']

function set(w: string) {
  const uri = given(`mongodb://ada:${casePassword}@a/app?authSource=admin&replicaSet=rs0&w=${w}`)
  return operated(loggedIn(replied(uri, 'a:27017', memberHello({ hosts })), { is: 'logged-in' }), 'read')
}

const alone = operated(
  loggedIn(
    replied(given(`mongodb://ada:${casePassword}@a/app?authSource=admin&w=2`), 'a:27017', standaloneHello),
    { is: 'logged-in' },
  ),
  'read',
)

function unconfirmed(code: number, codeName: string, message: string): ServerError {
  return serverError({ name: 'MongoWriteConcernError', code, codeName, message })
}

const waited = unconfirmed(64, 'WriteConcernTimeout', 'waiting for replication timed out')

export const cases: Cases = defineCases({
  code: 'ops-write-concern',
  matching: [
    {
      name: 'more members than there are',
      evidence: operated(
        operated(
          set('5'),
          'insert',
          unconfirmed(100, 'UnsatisfiableWriteConcern', 'Not enough data-bearing nodes'),
        ),
        'delete',
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'not copied in time',
      evidence: operated(set('majority'), 'insert', waited).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a mode that does not exist',
      evidence: operated(
        set('everywhere'),
        'insert',
        unconfirmed(79, 'UnknownReplWriteConcern', 'No write concern mode named'),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'two members of a server that is alone',
      evidence: operated(
        alone,
        'insert',
        serverError({ code: 2, codeName: 'BadValue', message: "cannot use 'w' > 1" }),
      ).build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'a bad value in a set',
      evidence: operated(
        set('2'),
        'insert',
        serverError({ code: 2, codeName: 'BadValue', message: 'something else' }),
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'no answer at all within our bound',
      evidence: operated(
        set('2'),
        'insert',
        serverError({
          name: 'NoAnswerError',
          code: null,
          codeName: null,
          message: 'no answer within 5000 ms',
        }),
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'the operation took too long itself',
      evidence: operated(
        set('majority'),
        'insert',
        serverError({ code: 50, codeName: 'MaxTimeMSExpired', message: 'operation exceeded time limit' }),
      ).build(),
      at,
      is: 'unknown',
      really: 'ops-time-limit',
    },
    { name: 'the write is confirmed', evidence: operated(set('2'), 'insert').build(), at, is: 'absent' },
    { name: 'no write was asked for', evidence: set('5').build(), at, is: 'unknown' },
  ],
})
