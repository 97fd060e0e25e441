import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-auth-options',
  matching: [
    {
      name: 'a mechanism that there is not',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test/?authMechanism=SCRAM-SHA-512`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'X.509 with a password',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test/?authMechanism=MONGODB-X509`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'SCRAM without a user',
      evidence: given('mongodb://db.lab.test/?authMechanism=SCRAM-SHA-256').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'AWS with keys in the string',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test/?authMechanism=MONGODB-AWS`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'Kerberos against admin',
      evidence: given('mongodb://ada@db.lab.test/?authMechanism=GSSAPI&authSource=admin').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a password without a user',
      evidence: given(`mongodb://:${casePassword}@db.lab.test/`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'an empty password, as of a template whose variable was not set',
      evidence: given('mongodb://ada:@db.lab.test/?authSource=admin').build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a user alone: the password may be asked for',
      evidence: given('mongodb://ada@db.lab.test/?authSource=admin').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'Kerberos, which needs no password',
      evidence: given('mongodb://ada:@db.lab.test/?authMechanism=GSSAPI').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a mechanism that was taken away',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test/?authMechanism=MONGODB-CR`).build(),
      at: null,
      is: 'absent',
      really: 'uri-option-obsolete',
    },
    {
      name: 'no value for the mechanism',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test/?authMechanism=`).build(),
      at: null,
      is: 'absent',
      really: 'uri-option-value',
    },
    {
      name: 'X.509 as it should be',
      evidence: given(
        'mongodb://db.lab.test/?tls=true&authMechanism=MONGODB-X509&authSource=%24external',
      ).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a mechanism in lower case, which drivers take',
      evidence: given(`mongodb://ada:${casePassword}@db.lab.test/?authMechanism=scram-sha-1`).build(),
      at: null,
      is: 'absent',
    },
  ],
})
