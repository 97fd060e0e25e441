import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-option-obsolete',
  matching: [
    {
      name: 'MONGODB-CR',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test/?authMechanism=MONGODB-CR`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'j, which the driver still takes',
      evidence: given('mongodb://db.lab.test/?j=true').build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'a host of mLab',
      evidence: given(`mongodb://ada:${casePassword}@ds012345.mlab.com:12345/app`).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'journal, which took its place',
      evidence: given('mongodb://db.lab.test/?journal=true&wTimeoutMS=500').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'an option that the driver removed, and refuses',
      evidence: given('mongodb://db.lab.test/?useNewUrlParser=true').build(),
      at: null,
      is: 'absent',
      really: 'uri-option-unknown',
    },
    {
      name: 'a mechanism that there never was',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test/?authMechanism=CR`).build(),
      at: null,
      is: 'absent',
      really: 'uri-auth-options',
    },
    {
      name: 'a host whose name merely ends alike',
      evidence: given('mongodb://db.notmlab.com/').build(),
      at: null,
      is: 'absent',
    },
  ],
})
