import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-host-missing',
  matching: [
    {
      name: 'nothing after the scheme',
      evidence: given('mongodb://').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'nothing after the credentials',
      evidence: given(`mongodb://ada:${casePassword}@/app`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a comma too many',
      evidence: given('mongodb://a.lab.test,,b.lab.test/').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a socket whose path is not escaped',
      evidence: given('mongodb:///tmp/mongodb-27017.sock/').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'an IPv6 address without brackets',
      evidence: given('mongodb://fe80::1:27017/').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a NUL in the name',
      evidence: given('mongodb://db\u0000.lab.test/').build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'an empty string',
      evidence: given('').build(),
      at: null,
      is: 'not-present',
      really: 'uri-empty',
    },
    {
      name: 'a socket, escaped',
      evidence: given('mongodb://%2Ftmp%2Fmongodb-27017.sock/').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a port alone is wrong',
      evidence: given('mongodb://db.lab.test:0/').build(),
      at: null,
      is: 'absent',
      really: 'uri-port-invalid',
    },
  ],
})
