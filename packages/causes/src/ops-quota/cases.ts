import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  atlasError,
  loggedIn,
  notAuthorized,
  operated,
  plainTowards,
  rejected,
  serverError,
} from '../kit/server-case.ts'

const at = null
const base = plainTowards(['a'], { effectiveAuthSource: 'admin' })
const reading = operated(loggedIn(base, { is: 'logged-in' }), 'read')
const space = atlasError(
  'you are over your space quota, using 513 MB of 512 MB. Writes are blocked on your cluster.',
)

export const cases: Cases = defineCases({
  code: 'ops-quota',
  matching: [
    { name: 'Atlas: space', evidence: operated(reading, 'insert', space).build(), at, certainty: 'certain' },
    {
      name: 'Atlas: collections',
      evidence: operated(
        reading,
        'insert',
        atlasError('cannot create a new collection -- already using 527 collections of 500'),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the disk of a server of one’s own',
      evidence: operated(
        reading,
        'insert',
        serverError({ code: 14_031, codeName: 'OutOfDiskSpace', message: 'available disk space is low' }),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'blocked by an administrator',
      evidence: operated(
        reading,
        'insert',
        serverError({ code: 371, codeName: 'UserWritesBlocked', message: 'User writes blocked' }),
      ).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a role that may not write',
      evidence: operated(reading, 'insert', notAuthorized).build(),
      at,
      is: 'unknown',
      really: 'authz-missing-role',
    },
    {
      name: 'Atlas forbids the action',
      evidence: operated(
        reading,
        'insert',
        atlasError('user is not allowed to do action [insert] on [app.orders]'),
      ).build(),
      at,
      is: 'unknown',
      really: 'authz-atlas-action',
    },
    {
      name: 'a refused login of Atlas',
      evidence: loggedIn(base, rejected(atlasError('bad auth : authentication failed'))).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    {
      name: 'a member that is not primary',
      evidence: operated(
        reading,
        'insert',
        serverError({ code: 10_107, codeName: 'NotWritablePrimary', message: 'not primary' }),
      ).build(),
      at,
      is: 'unknown',
      really: 'topology-write-to-secondary',
    },
    { name: 'the write is done', evidence: operated(reading, 'insert').build(), at, is: 'absent' },
    { name: 'no write was asked for', evidence: reading.build(), at, is: 'unknown' },
  ],
})
