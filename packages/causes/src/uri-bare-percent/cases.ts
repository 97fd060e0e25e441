import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-bare-percent',
  matching: [
    {
      name: 'at the end of the password',
      evidence: given(`mongodb://ada:${casePassword}%@db.lab.test/app`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'before letters that are no digits',
      evidence: given(`mongodb+srv://ada:%zz${casePassword}@db.lab.test/app`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'before digits that make no UTF-8',
      evidence: given(`mongodb://ada:${casePassword}%ff@db.lab.test/app`).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'escaped',
      evidence: given(`mongodb://ada:${casePassword}%25@db.lab.test/app`).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'an umlaut, encoded as it must be',
      evidence: given(`mongodb://ada:${casePassword}%C3%BC@db.lab.test/app`).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a zone in an IPv6 host',
      evidence: given(`mongodb://ada:${casePassword}@[fe80::1%25eth0]/app`).build(),
      at: null,
      is: 'absent',
    },
  ],
})
