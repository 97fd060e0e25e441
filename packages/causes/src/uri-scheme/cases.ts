import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-scheme',
  matching: [
    {
      name: 'quotes of a Docker env file',
      evidence: given(`"mongodb://ada:${casePassword}@db.lab.test/"`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a byte-order mark',
      evidence: given('\ufeffmongodb://db.lab.test/').build(),
      at: null,
      certainty: 'certain',
    },
    { name: 'a space', evidence: given(' mongodb://db.lab.test/').build(), at: null, certainty: 'certain' },
    { name: 'upper case', evidence: given('MongoDB://db.lab.test/').build(), at: null, certainty: 'certain' },
    { name: 'none', evidence: given('localhost:27017').build(), at: null, certainty: 'certain' },
    { name: 'a misspelt one', evidence: given('mongo://localhost').build(), at: null, certainty: 'certain' },
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
      name: 'a newline at the end, which drivers take',
      evidence: given('mongodb://db.lab.test/\n').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a scheme inside an option',
      evidence: given(
        'mongodb://db.lab.test/?authMechanism=MONGODB-OIDC&authMechanismProperties=TOKEN_RESOURCE:mongodb://db',
      ).build(),
      at: null,
      is: 'absent',
    },
  ],
})
