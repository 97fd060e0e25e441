import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-empty',
  matching: [
    { name: 'nothing', evidence: given('').build(), at: null, certainty: 'certain' },
    { name: 'white space and a newline', evidence: given(' \n').build(), at: null, certainty: 'certain' },
    {
      name: 'the word that a template prints for an unset variable',
      evidence: given('undefined').build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a host without a scheme',
      evidence: given('localhost').build(),
      at: null,
      is: 'absent',
      really: 'uri-scheme',
    },
    {
      name: 'a scheme without a host',
      evidence: given('mongodb://').build(),
      at: null,
      is: 'absent',
      really: 'uri-host-missing',
    },
  ],
})
