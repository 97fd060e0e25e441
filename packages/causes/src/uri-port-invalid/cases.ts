import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-port-invalid',
  matching: [
    {
      name: 'too large',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test:99999/app`).build(),
      at: null,
      certainty: 'certain',
    },
    { name: 'zero', evidence: given('mongodb://db.lab.test:0/').build(), at: null, certainty: 'certain' },
    { name: 'a word', evidence: given('mongodb://localhost:port/').build(), at: null, certainty: 'certain' },
    {
      name: 'two colons',
      evidence: given('mongodb://localhost::27017/').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'credentials without a host',
      evidence: given(`mongodb://ada:${casePassword}`).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    { name: 'none at all', evidence: given('mongodb://db.lab.test/').build(), at: null, is: 'absent' },
    { name: 'the last there is', evidence: given('mongodb://[::1]:65535/').build(), at: null, is: 'absent' },
    {
      name: 'an SRV string with a port',
      evidence: given('mongodb+srv://cluster.lab.test:99999/').build(),
      at: null,
      is: 'absent',
      really: 'uri-srv-port',
    },
  ],
})
