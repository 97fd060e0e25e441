import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { built, buildOf, loggedIn, rejected, replied, serverError } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const at = null
const denied = rejected(serverError())

function withPassword(encoded: string): EvidenceBuilder {
  return given(`mongodb://ada:${encoded}@a/?authSource=admin`)
}

function knownAs(builder: EvidenceBuilder, mechanisms: readonly string[] | null): EvidenceBuilder {
  return built(
    replied(builder, 'a:27017', { ...standaloneHello, saslSupportedMechs: mechanisms }),
    'a:27017',
    buildOf({ is: 'mongodb' }),
  )
}

export const cases: Cases = defineCases({
  code: 'auth-secret-corrupted',
  matching: [
    {
      name: 'a space at the end, and refused',
      evidence: loggedIn(withPassword(`${casePassword}%20`), denied).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'a line break at the end, which the driver itself does not take',
      evidence: loggedIn(withPassword(`${casePassword}%0A`), {
        is: 'failed',
        error: serverError({ name: 'Error', code: null, codeName: null, message: 'Prohibited character' }),
      }).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'a byte-order mark at the beginning, and refused',
      evidence: loggedIn(withPassword(`%EF%BB%BF${casePassword}`), denied).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'read as Latin-1, and refused',
      evidence: loggedIn(withPassword(encodeURIComponent(`${casePassword}\u00c3\u00a4`)), denied).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'a line break that stands in the string itself',
      evidence: withPassword(`${casePassword}\n`).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'the login was not reached',
      evidence: withPassword(`${casePassword}%0A`).build(),
      at,
      certainty: 'possible',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a line break elsewhere in the string',
      evidence: given(`mongodb://ada:${casePassword}@a\n.lab.test/?authSource=admin`).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a password with nothing at its edges',
      evidence: loggedIn(withPassword(casePassword), denied).build(),
      at,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'a password that really ends with a space',
      evidence: loggedIn(withPassword(`${casePassword}%20`), { is: 'logged-in' }).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a control character in the middle',
      evidence: loggedIn(withPassword(`ca%07nary`), {
        is: 'failed',
        error: serverError({ name: 'Error', code: null, codeName: null, message: 'Prohibited character' }),
      }).build(),
      at,
      is: 'absent',
      really: 'auth-password-characters',
    },
    {
      name: 'the server does not have the user at all',
      evidence: loggedIn(knownAs(withPassword(`${casePassword}%20`), null), denied).build(),
      at,
      is: 'unknown',
      really: 'auth-user-missing',
    },
    {
      name: 'the connection broke during the login',
      evidence: loggedIn(withPassword(`${casePassword}%20`), {
        is: 'failed',
        error: serverError({ name: 'MongoNetworkError', code: null, codeName: null, message: 'closed' }),
      }).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'a letter of a language other than English',
      evidence: loggedIn(withPassword(encodeURIComponent('schl\u00fcssel')), denied).build(),
      at,
      is: 'absent',
      really: 'auth-rejected',
    },
  ],
})
