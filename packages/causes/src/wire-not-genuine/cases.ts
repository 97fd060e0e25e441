import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { built, buildOf, plainTowards, replied } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const at = 'a:27017'
const talking = replied(plainTowards(['a']), at, standaloneHello)
const ferret = buildOf({ is: 'other', name: 'FerretDB', sign: 'buildInfo.ferretdbVersion' })

export const cases: Cases = defineCases({
  code: 'wire-not-genuine',
  matching: [
    {
      name: 'FerretDB says so itself',
      evidence: built(talking, at, ferret).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'DocumentDB refuses buildInfo before a login, and its hello tells',
      evidence: built(
        replied(plainTowards(['a']), at, {
          ...standaloneHello,
          foreignFields: ['internal', 'internal.documentdb_versions'],
        }),
        at,
        { is: 'error', code: 13, codeName: 'Unauthorized', message: 'requires authentication' },
      ).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a build of MongoDB',
      evidence: built(talking, at, buildOf({ is: 'mongodb' })).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a field that we do not know is no sign',
      evidence: replied(plainTowards(['a']), at, {
        ...standaloneHello,
        foreignFields: ['newInMongoDB9'],
      }).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'buildInfo without a definite sign',
      evidence: built(talking, at, buildOf({ is: 'unknown' })).build(),
      at,
      is: 'unknown',
    },
  ],
})
