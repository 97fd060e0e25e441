import type { ProjectSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { plainTowards, replied } from '../kit/server-case.ts'
import { caseEndpoint, caseHost, standaloneHello } from '../kit/tls-case.ts'

function met(version: string, maxWireVersion: number, within: string | null = null): EvidenceBuilder {
  const packages: ProjectSighting['packages'] = [{ name: 'mongodb', version, within }]
  return replied(
    plainTowards([caseHost]).saw('env.project', null, {}, { packages, services: [] }),
    caseEndpoint,
    { ...standaloneHello, maxWireVersion },
  )
}

export const cases: Cases = defineCases({
  code: 'env-driver-too-old',
  matching: [
    {
      name: 'a driver of 2016 and a server of today',
      evidence: met('2.2.36', 25).build(),
      at: null,
      certainty: 'likely',
      bearing: 'advisory',
    },
    {
      name: 'the last that cannot, as Mongoose brought it',
      evidence: met('3.1.13', 14, 'mongoose').build(),
      at: null,
      certainty: 'likely',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'the first that can',
      evidence: met('3.2.7', 25).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a server that still takes the old form',
      evidence: met('2.2.36', 13).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'no server answered',
      evidence: plainTowards([caseHost])
        .saw(
          'env.project',
          null,
          {},
          { packages: [{ name: 'mongodb', version: '2.2.36', within: null }], services: [] },
        )
        .build(),
      at: null,
      is: 'unknown',
    },
    {
      name: 'a version that is none',
      evidence: met('latest', 25).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a server that is too old for the driver that comes with us',
      evidence: met('7.9.0', 6).build(),
      at: null,
      is: 'absent',
      really: 'wire-server-too-old',
    },
  ],
})
