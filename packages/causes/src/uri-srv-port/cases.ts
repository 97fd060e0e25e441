import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-srv-port',
  matching: [
    {
      name: 'the usual port',
      evidence: given(`mongodb+srv://ada:${casePassword}@cluster0.ab1cd.mongodb.net:27017/`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'without credentials',
      evidence: given('mongodb+srv://cluster.lab.test:1/').build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a port where it belongs',
      evidence: given('mongodb://db.lab.test:27017/').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'SRV without a port',
      evidence: given('mongodb+srv://cluster.lab.test/').build(),
      at: null,
      is: 'absent',
    },
  ],
})
