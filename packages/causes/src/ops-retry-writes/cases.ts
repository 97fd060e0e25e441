import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import {
  built,
  buildOf,
  loggedIn,
  notAuthorized,
  operated,
  plainTowards,
  serverError,
} from '../kit/server-case.ts'

const at = null

function reading(retryWrites: boolean | null = null, product: string | null = null): EvidenceBuilder {
  const base = plainTowards(['a'], { effectiveAuthSource: 'admin', retryWrites })
  const known = built(
    base,
    'a:27017',
    buildOf(product === null ? { is: 'mongodb' } : { is: 'other', name: product, sign: 'x' }),
  )
  return operated(loggedIn(known, { is: 'logged-in' }), 'read')
}

const illegal = serverError({
  code: 20,
  codeName: 'IllegalOperation',
  message: 'This MongoDB deployment does not support retryable writes.',
})
const unsupported = serverError({ code: 301, codeName: null, message: 'Retryable writes are not supported' })

export const cases: Cases = defineCases({
  code: 'ops-retry-writes',
  matching: [
    {
      name: 'code 20 of Azure Cosmos DB',
      evidence: operated(reading(null, 'Azure Cosmos DB'), 'insert', illegal).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'code 301 of Amazon DocumentDB',
      evidence: operated(reading(true, 'Amazon DocumentDB'), 'insert', unsupported).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'code 20 of MongoDB',
      evidence: operated(reading(), 'insert', illegal).build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'code 301 of MongoDB: damaged data',
      evidence: operated(
        reading(),
        'insert',
        serverError({ code: 301, codeName: 'DataCorruptionDetected', message: 'corrupt' }),
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'they are off already',
      evidence: operated(reading(false, 'Azure Cosmos DB'), 'insert', illegal).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a role that may not write',
      evidence: operated(reading(), 'insert', notAuthorized).build(),
      at,
      is: 'unknown',
      really: 'authz-missing-role',
    },
    {
      name: 'a read that is refused with the same code',
      evidence: operated(
        loggedIn(plainTowards(['a']), { is: 'logged-in' }),
        'read',
        serverError({ code: 20, codeName: 'IllegalOperation', message: 'not here' }),
      ).build(),
      at,
      is: 'unknown',
    },
    { name: 'the write is done', evidence: operated(reading(), 'insert').build(), at, is: 'absent' },
  ],
})
