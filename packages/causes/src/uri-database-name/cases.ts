import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { operated } from '../kit/server-case.ts'
import { given } from '../kit/uri-case.ts'

const at = null

export const cases: Cases = defineCases({
  code: 'uri-database-name',
  matching: [
    {
      name: 'a collection behind it',
      evidence: given('mongodb://db.lab.test/shop.orders').build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'one / too many',
      evidence: given('mongodb://db.lab.test//?w=1').build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a space, encoded',
      evidence: given('mongodb://db.lab.test/my%20shop').build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'too long',
      evidence: given(`mongodb://db.lab.test/${'shop'.repeat(16)}`).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a server that does not mind',
      evidence: operated(given('mongodb://db.lab.test/my%20shop'), 'read').build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'an ordinary name with dashes',
      evidence: given('mongodb://db.lab.test/app-2026_x').build(),
      at,
      is: 'absent',
    },
    {
      name: 'as long as it may be',
      evidence: given(`mongodb://db.lab.test/${'s'.repeat(63)}`).build(),
      at,
      is: 'absent',
    },
    {
      name: 'options that are glued to it',
      evidence: given('mongodb://db.lab.test/app&authSource=admin.x').build(),
      at,
      is: 'unknown',
      really: 'uri-options-glued',
    },
    {
      name: 'the database of outer logins',
      evidence: given('mongodb://db.lab.test/$external').build(),
      at,
      is: 'absent',
    },
    {
      name: 'none',
      evidence: given('mongodb://db.lab.test/').build(),
      at,
      is: 'absent',
    },
  ],
})
