import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-unescaped-at',
  matching: [
    {
      name: 'in the password',
      evidence: given(`mongodb://ada:${casePassword}@2026@db.lab.test/app`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'in a user name that is a mail address',
      evidence: given(`mongodb://ada@lab.test:${casePassword}@db.lab.test/app`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'twice, with SRV',
      evidence: given(`mongodb+srv://ada:@${casePassword}@@db.lab.test/app`).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'escaped',
      evidence: given(`mongodb://ada:${casePassword}%402026@db.lab.test/app`).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'an @ in an option',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test/app?appName=ops@lab.test`).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a slash instead',
      evidence: given(`mongodb://ada:${casePassword}/2026@db.lab.test/app`).build(),
      at: null,
      is: 'absent',
      really: 'uri-unescaped-reserved',
    },
  ],
})
