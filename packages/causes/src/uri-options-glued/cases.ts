import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-options-glued',
  matching: [
    {
      name: '& for ?',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test/app&authSource=admin`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'no ? and no database',
      evidence: given(
        `mongodb+srv://ada:${casePassword}@cluster.lab.test/retryWrites=true&w=majority`,
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'glued to the port',
      evidence: given('mongodb://db.lab.test:27017&tls=true').build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'options where they belong',
      evidence: given('mongodb://db.lab.test/app?authSource=admin&tls=true').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'options without a slash, as the specification allows now',
      evidence: given('mongodb://db.lab.test?authSource=admin').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a database with an odd name',
      evidence: given('mongodb://db.lab.test/app-2026_x').build(),
      at: null,
      is: 'absent',
    },
  ],
})
