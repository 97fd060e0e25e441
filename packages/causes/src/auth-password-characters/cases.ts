import type { ServerError } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { loggedIn, rejected, serverError } from '../kit/server-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const at = null

function withPassword(password: string): EvidenceBuilder {
  return given(`mongodb://ada:${encodeURIComponent(password)}@a/?authSource=admin`)
}

function own(message: string, more: Partial<ServerError> = {}): { is: 'failed'; error: ServerError } {
  return { is: 'failed', error: serverError({ name: 'Error', message, code: null, codeName: null, ...more }) }
}

const unassigned = own('Unassigned code point, see https://tools.ietf.org/html/rfc4013#section-2.5')
const prohibited = own('Prohibited character, see https://tools.ietf.org/html/rfc4013#section-2.3')

export const cases: Cases = defineCases({
  code: 'auth-password-characters',
  matching: [
    {
      name: 'an emoji',
      evidence: loggedIn(withPassword('canary\u{1f600}'), unassigned).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a control character',
      evidence: loggedIn(withPassword('can\u0007ary'), prohibited).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'an umlaut, and a wrong password',
      evidence: loggedIn(withPassword('schl\u00fcssel'), rejected(serverError())).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    {
      name: 'MD5 is not to be had (FIPS), with SCRAM-SHA-1',
      evidence: loggedIn(
        withPassword(casePassword),
        own('Auth mechanism SCRAM-SHA-1 is not supported in FIPS mode'),
      ).build(),
      at,
      is: 'absent',
    },
    {
      name: 'the connection broke during the login',
      evidence: loggedIn(
        withPassword('canary\u{1f600}'),
        own('read ECONNRESET', { name: 'MongoNetworkError', systemCode: 'ECONNRESET' }),
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'an emoji, with a mechanism that does not prepare',
      evidence: loggedIn(withPassword('canary\u{1f600}'), own('something else'), {
        mechanism: 'SCRAM-SHA-1',
      }).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'letters beyond ASCII that log in',
      evidence: loggedIn(withPassword('schl\u00fcssel'), { is: 'logged-in' }).build(),
      at,
      is: 'absent',
    },
  ],
})
