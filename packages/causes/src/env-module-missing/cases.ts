import type { OperationSighting, ProjectSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { drove, plainTowards, serverError } from '../kit/server-case.ts'

const towards = plainTowards(['db.lab.test'], { compressors: ['snappy'] })

function failing(evidence: EvidenceBuilder, missingModule?: string): EvidenceBuilder {
  const error = serverError({
    name: 'MongoMissingDependencyError',
    code: null,
    codeName: null,
    message: 'not found',
    ...(missingModule === undefined ? {} : { missingModule }),
  })
  const saw: OperationSighting = { operation: 'ping', namespace: 'admin', outcome: { is: 'failed', error } }
  return drove(evidence, { is: 'connected' }).saw('ops.run', null, { operation: 'ping' }, saw)
}

function project(evidence: EvidenceBuilder, ...names: readonly string[]): EvidenceBuilder {
  const packages: ProjectSighting['packages'] = names.map((name) => ({
    name,
    version: '7.0.0',
    within: null,
  }))
  return evidence.saw('env.project', null, {}, { packages, services: [] })
}

export const cases: Cases = defineCases({
  code: 'env-module-missing',
  matching: [
    {
      name: 'the program of this folder lacks it too',
      evidence: failing(project(towards, 'mongodb'), 'snappy').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'no program in this folder',
      evidence: failing(project(towards), 'snappy').build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'for the login',
      evidence: drove(project(plainTowards(['db.lab.test'], { authMechanism: 'GSSAPI' }), 'mongodb'), {
        is: 'failed',
        phase: 'selection',
        error: serverError({
          name: 'MongoServerSelectionError',
          code: null,
          codeName: null,
          missingModule: 'kerberos',
        }),
      }).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'the program has it, only our driver does not',
      evidence: failing(project(towards, 'mongodb', 'snappy'), 'snappy').build(),
      at: null,
      is: 'unknown',
    },
    {
      name: 'an error of the driver about something else',
      evidence: failing(project(towards, 'mongodb')).build(),
      at: null,
      is: 'not-present',
    },
    {
      name: 'asked for, and the server did not agree',
      evidence: drove(project(towards, 'mongodb'), { is: 'connected' }).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'the login is refused, not prevented',
      evidence: drove(project(towards, 'mongodb'), {
        is: 'failed',
        phase: 'login',
        error: serverError(),
      }).build(),
      at: null,
      is: 'unknown',
      really: 'auth-rejected',
    },
  ],
})
