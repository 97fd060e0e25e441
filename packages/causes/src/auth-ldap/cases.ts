import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { built, buildOf, loggedIn, plainTowards, rejected, serverError } from '../kit/server-case.ts'
import { towards } from '../kit/tls-case.ts'

const at = null
const options = { authMechanism: 'PLAIN', effectiveAuthSource: '$external' }
const plain = { mechanism: 'PLAIN', authSource: '$external' }
const mongodb = buildOf({ is: 'mongodb' })
const ferretdb = buildOf({ is: 'other', name: 'FerretDB', sign: 'ferretdb' })
const base = plainTowards(['a'], options)
const denied = rejected(serverError())

export const cases: Cases = defineCases({
  code: 'auth-ldap',
  matching: [
    {
      name: 'PLAIN is refused by MongoDB',
      evidence: loggedIn(built(base, 'a:27017', mongodb), denied, plain).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'the roles could not be had',
      evidence: loggedIn(
        base,
        rejected(
          serverError({
            code: 404,
            codeName: 'LDAPRoleAcquisitionError',
            message: 'Failed to acquire roles',
          }),
        ),
        plain,
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'works, with the password in clear',
      evidence: loggedIn(built(base, 'a:27017', mongodb), { is: 'logged-in' }, plain).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'another product, which has PLAIN for its own users',
      evidence: loggedIn(built(base, 'a:27017', ferretdb), denied, plain).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    {
      name: 'PLAIN is not offered',
      evidence: loggedIn(
        base,
        rejected(serverError({ code: 334, codeName: 'MechanismUnavailable' })),
        plain,
      ).build(),
      at,
      is: 'absent',
      really: 'auth-mechanism',
    },
    {
      name: 'a password of MongoDB’s own',
      evidence: loggedIn(plainTowards(['a']), denied, { mechanism: 'SCRAM-SHA-256' }).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    {
      name: 'works, over TLS',
      evidence: loggedIn(
        built(towards('a', options), 'a:27017', mongodb),
        { is: 'logged-in' },
        plain,
      ).build(),
      at,
      is: 'absent',
    },
  ],
})
