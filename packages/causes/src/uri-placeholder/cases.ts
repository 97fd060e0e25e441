import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-placeholder',
  matching: [
    {
      name: "Atlas's own",
      evidence: given('mongodb+srv://ada:<db_password>@cluster0.ab1cd.mongodb.net/').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'both of them, encoded',
      evidence: given('mongodb://%3Cusername%3E:%3Cpassword%3E@db.lab.test/').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a template that was not filled in',
      evidence: given('mongodb://ada:${MONGO_PASSWORD}@db.lab.test/').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'brackets kept around the real one',
      evidence: given(`mongodb://ada:<${casePassword}>@db.lab.test/`).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'the host of the documentation',
      evidence: given(`mongodb+srv://ada:${casePassword}@cluster0.xxxxx.mongodb.net/`).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'an angle bracket inside a password',
      evidence: given(`mongodb://ada:a<${casePassword}@db.lab.test/`).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a poor password that is really that word',
      evidence: given('mongodb://ada:password@db.lab.test/').build(),
      at: null,
      is: 'absent',
      really: 'auth-rejected',
    },
  ],
})
