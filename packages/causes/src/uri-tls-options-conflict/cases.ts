import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-tls-options-conflict',
  matching: [
    {
      name: 'tls against ssl',
      evidence: given('mongodb://db.lab.test/?tls=true&ssl=false').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'tls against itself',
      evidence: given('mongodb://db.lab.test/?tls=true&tls=false').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'tlsInsecure with what it implies',
      evidence: given(
        'mongodb://db.lab.test/?tls=true&tlsInsecure=true&tlsAllowInvalidHostnames=true',
      ).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'the same value twice',
      evidence: given('mongodb://db.lab.test/?tls=true&ssl=true').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'two that go together',
      evidence: given(
        'mongodb://db.lab.test/?tls=true&tlsAllowInvalidCertificates=true&tlsAllowInvalidHostnames=true',
      ).build(),
      at: null,
      is: 'absent',
    },
  ],
})
