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
import { caseAddress, standaloneHello, towards } from '../kit/tls-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const at = null
const seed = 'a:27017'
const refused = rejected(serverError())
const app = { authSource: 'app' }
const scram = ['SCRAM-SHA-256']

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
      name: 'not in the database of the path, and in admin',
      evidence: loggedIn(toldOf(asked(null), seed, 'admin', scram), refused, app).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the same, says FerretDB',
      evidence: loggedIn(toldOf(asked(null, 'FerretDB'), seed, 'admin', scram), refused, app).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'not in admin, and in the database of the path',
      evidence: loggedIn(
        toldOf(
          built(
            replied(given(`mongodb://ada:${casePassword}@a/app?authSource=admin`), seed, standaloneHello),
            seed,
            buildOf({ is: 'mongodb' }),
          ),
          seed,
          'app',
          scram,
        ),
        refused,
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'not in the database of the path, and admin was not asked',
      evidence: loggedIn(
        asked(null).skipped(
          'wire.hello',
          seed,
          { address: caseAddress, transport: 'plain', mechanismsIn: 'admin' },
          'unverified-peer',
        ),
        refused,
        app,
      ).build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'in admin the user has other mechanisms than the one that is asked for',
      evidence: loggedIn(toldOf(asked(null, 'FerretDB'), seed, 'admin', scram), refused, {
        ...app,
        mechanism: 'PLAIN',
      }).build(),
      at,
      is: 'unknown',
      really: 'auth-mechanism',
    },
    {
      name: 'the user is there, so it is the password',
      evidence: loggedIn(asked(scram), refused, app).build(),
      at,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'neither there nor in admin',
      evidence: loggedIn(toldOf(asked(null), seed, 'admin', null), refused, app).build(),
      at,
      is: 'absent',
      really: 'auth-user-missing',
    },
    {
      name: 'admin is still to be asked',
      evidence: loggedIn(asked(null), refused, app).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'not in admin, and there is no other database to ask about',
      evidence: loggedIn(asked(null), refused, { authSource: 'admin' }).build(),
      at,
      is: 'unknown',
      really: 'auth-user-missing',
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
