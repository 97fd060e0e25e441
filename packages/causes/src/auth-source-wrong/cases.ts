import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { built, buildOf, loggedIn, plainTowards, rejected, replied, serverError } from '../kit/server-case.ts'
import { standaloneHello, towards } from '../kit/tls-case.ts'

const at = null
const seed = 'a:27017'
const refused = rejected(serverError())
const app = { authSource: 'app' }

function asked(mechanisms: readonly string[] | null, product = 'mongodb', wire = 21) {
  const uri = plainTowards(['a'], { effectiveAuthSource: 'app' })
  const talking = replied(uri, seed, {
    ...standaloneHello,
    maxWireVersion: wire,
    saslSupportedMechs: mechanisms,
  })
  return built(
    talking,
    seed,
    buildOf(product === 'mongodb' ? { is: 'mongodb' } : { is: 'other', name: product, sign: 'x' }),
  )
}

export const cases: Cases = defineCases({
  code: 'auth-source-wrong',
  matching: [
    {
      name: 'no mechanisms for the user in the database of the path',
      evidence: loggedIn(asked(null), refused, app).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'no mechanisms for the user, says FerretDB',
      evidence: loggedIn(asked(null, 'FerretDB'), refused, app).build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'the user is there, so it is the password',
      evidence: loggedIn(asked(['SCRAM-SHA-256']), refused, app).build(),
      at,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'against admin already',
      evidence: loggedIn(asked(null), refused, { authSource: 'admin' }).build(),
      at,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'FerretDB without users of its own',
      evidence: loggedIn(asked(['PLAIN'], 'FerretDB'), refused, app).build(),
      at,
      is: 'unknown',
      really: 'auth-mechanism',
    },
    {
      name: 'a product that never names mechanisms',
      evidence: loggedIn(asked(null, 'Azure Cosmos DB for MongoDB'), refused, app).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    {
      name: 'a release that names mechanisms for anybody',
      evidence: loggedIn(asked(['SCRAM-SHA-256'], 'mongodb', 27), refused, app).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'credentials that stand in code, so the server was not asked',
      evidence: loggedIn(
        built(replied(plainTowards(['a']), seed, standaloneHello), seed, buildOf({ is: 'mongodb' })),
        refused,
        app,
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'a peer that is not verified, by request, and so was not told the name',
      evidence: loggedIn(
        built(
          replied(
            towards('a', { effectiveAuthSource: 'app', tlsAllowInvalidCertificates: true }),
            seed,
            standaloneHello,
          ),
          seed,
          buildOf({ is: 'mongodb' }),
        ),
        refused,
        { ...app, permittedBy: 'relaxed-by-request' },
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'servers keep no list of whom the mechanism is for, so ours was not asked',
      evidence: loggedIn(
        built(
          replied(
            plainTowards(['a'], { effectiveAuthSource: 'app', authMechanism: 'GSSAPI' }),
            seed,
            standaloneHello,
          ),
          seed,
          buildOf({ is: 'mongodb' }),
        ),
        refused,
        app,
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'logged in',
      evidence: loggedIn(asked(['SCRAM-SHA-1']), { is: 'logged-in' }, app).build(),
      at,
      is: 'absent',
    },
  ],
})
