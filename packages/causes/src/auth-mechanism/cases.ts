import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  built,
  buildOf,
  loggedIn,
  plainTowards,
  rejected,
  replied,
  serverError,
  toldOf,
} from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const at = null
const base = plainTowards(['a'], { effectiveAuthSource: '$external', authMechanism: 'PLAIN' })
const plain = { mechanism: 'PLAIN', authSource: '$external' }
const unavailable = serverError({ code: 334, codeName: 'MechanismUnavailable', message: 'not enabled' })

export const cases: Cases = defineCases({
  code: 'auth-mechanism',
  matching: [
    {
      name: 'code 334',
      evidence: loggedIn(base, rejected(unavailable), plain).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'an old server calls it a bad value',
      evidence: loggedIn(
        base,
        rejected(serverError({ code: 2, codeName: 'BadValue', message: 'Unsupported mechanism' })),
        plain,
      ).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'refused, and the server lists another',
      evidence: loggedIn(
        replied(base, 'a:27017', { ...standaloneHello, saslSupportedMechs: ['SCRAM-SHA-1'] }),
        rejected(serverError()),
        { mechanism: 'SCRAM-SHA-256' },
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'in no database where the server has the user is it listed',
      evidence: loggedIn(
        toldOf(
          built(
            replied(plainTowards(['a'], { authMechanism: 'PLAIN' }), 'a:27017', {
              ...standaloneHello,
              saslSupportedMechs: null,
            }),
            'a:27017',
            buildOf({ is: 'other', name: 'FerretDB', sign: 'x' }),
          ),
          'a:27017',
          'admin',
          ['SCRAM-SHA-256'],
        ),
        rejected(serverError()),
        { mechanism: 'PLAIN', authSource: 'shop' },
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'none was chosen, and the server lists none that the driver would take by itself',
      evidence: loggedIn(
        replied(base, 'a:27017', { ...standaloneHello, saslSupportedMechs: ['PLAIN'] }),
        rejected(serverError()),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the command of the mechanism is not known',
      evidence: loggedIn(
        base,
        rejected(
          serverError({ code: 59, codeName: 'CommandNotFound', message: "no such command: 'authenticate'" }),
        ),
        { mechanism: 'MONGODB-X509' },
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a product with one code for everything, and no password that could be wrong',
      evidence: loggedIn(
        built(base, 'a:27017', buildOf({ is: 'other', name: 'FerretDB', sign: 'ferretdb' })),
        rejected(serverError()),
        { mechanism: 'MONGODB-OIDC' },
      ).build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'MongoDB, which knows no user for the certificate',
      evidence: loggedIn(built(base, 'a:27017', buildOf({ is: 'mongodb' })), rejected(serverError()), {
        mechanism: 'MONGODB-X509',
      }).build(),
      at,
      is: 'absent',
      really: 'auth-x509',
    },
    {
      name: 'a product with one code for everything, and a password that may be wrong',
      evidence: loggedIn(
        built(base, 'a:27017', buildOf({ is: 'other', name: 'FerretDB', sign: 'ferretdb' })),
        rejected(serverError()),
        plain,
      ).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    {
      name: 'a wrong password, with a mechanism that the server lists',
      evidence: loggedIn(
        replied(base, 'a:27017', { ...standaloneHello, saslSupportedMechs: ['SCRAM-SHA-256'] }),
        rejected(serverError()),
      ).build(),
      at,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'a wrong password',
      evidence: loggedIn(base, rejected(serverError()), { mechanism: 'SCRAM-SHA-256' }).build(),
      at,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'the mechanism needs a package that is not installed here',
      evidence: loggedIn(
        base,
        {
          is: 'failed',
          error: serverError({ name: 'MongoMissingDependencyError', code: null, codeName: null }),
        },
        { mechanism: 'GSSAPI' },
      ).build(),
      at,
      is: 'unknown',
    },
    { name: 'logged in', evidence: loggedIn(base, { is: 'logged-in' }, plain).build(), at, is: 'absent' },
  ],
})
