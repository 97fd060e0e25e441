import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-option-unknown',
  matching: [
    {
      name: 'a removed one',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test/?useNewUrlParser=true`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a slip of the keyboard',
      evidence: given('mongodb://db.lab.test/?retrywriets=true').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: "another driver's",
      evidence: given('mongodb://db.lab.test/?uuidRepresentation=standard').build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'another case',
      evidence: given('mongodb://db.lab.test/?RETRYWRITES=true&TLS=true').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a known one with a bad value',
      evidence: given('mongodb://db.lab.test/?connectTimeoutMS=soon').build(),
      at: null,
      is: 'absent',
    },
  ],
})
