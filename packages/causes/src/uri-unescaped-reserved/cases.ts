import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-unescaped-reserved',
  matching: [
    {
      name: 'a slash',
      evidence: given(`mongodb://ada:${casePassword}/2026@db.lab.test/app`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a question mark',
      evidence: given(`mongodb+srv://ada:${casePassword}?x@db.lab.test/app`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a hash',
      evidence: given(`mongodb://ada:#${casePassword}@db.lab.test/app`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a second colon',
      evidence: given(`mongodb://ada:${casePassword}:2026@db.lab.test/app`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'brackets',
      evidence: given(`mongodb://ada:[${casePassword}]@db.lab.test/app`).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'escaped',
      evidence: given(`mongodb://ada:${casePassword}%2F2026@db.lab.test/app`).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'an IPv6 host, whose brackets belong there',
      evidence: given(`mongodb://ada:${casePassword}@[::1]:27017/app`).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'other signs, which need no escape',
      evidence: given(`mongodb://ada:${casePassword}!$&'()*+,;=~@db.lab.test/app`).build(),
      at: null,
      is: 'absent',
    },
  ],
})
