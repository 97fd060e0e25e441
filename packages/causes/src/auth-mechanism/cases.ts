import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { loggedIn, plainTowards, rejected, replied, serverError } from '../kit/server-case.ts'
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
      name: 'none was chosen, and the server lists none that the driver would take by itself',
      evidence: loggedIn(
        replied(base, 'a:27017', { ...standaloneHello, saslSupportedMechs: ['PLAIN'] }),
        rejected(serverError()),
      ).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
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
