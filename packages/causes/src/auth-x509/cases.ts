import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { built, buildOf, loggedIn, rejected, serverError } from '../kit/server-case.ts'
import { caseAddress, caseEndpoint, fileSaw, secure, towards } from '../kit/tls-case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'

const at = null
const x509 = { mechanism: 'MONGODB-X509', authSource: '$external' }
const options = { authMechanism: 'MONGODB-X509', effectiveAuthSource: '$external' }
const denied = rejected(serverError())

function shaken(requested: boolean, sent: boolean): EvidenceBuilder {
  return towards(undefined, options).saw(
    'tls.handshake',
    caseEndpoint,
    { address: caseAddress },
    { ...secure, clientCertificate: { requested, sent, acceptableIssuers: [] } },
  )
}

const key = fileSaw('tlsCertificateKeyFile', {
  is: 'usable',
  certificates: 1,
  keys: 1,
  encryptedKey: false,
  subject: 'CN=reports,OU=apps,O=Example',
})

export const cases: Cases = defineCases({
  code: 'auth-x509',
  matching: [
    {
      name: 'the certificate was sent, and nobody has its name',
      evidence: loggedIn(
        shaken(true, true).saw(
          'env.file',
          null,
          { option: 'tlsCertificateKeyFile', path: '/etc/lab/ca.pem' },
          key,
        ),
        denied,
        x509,
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'told outright',
      evidence: loggedIn(
        shaken(true, true),
        rejected(
          serverError({
            code: 11,
            codeName: 'UserNotFound',
            message: 'Could not find user "CN=reports" for db "$external"',
          }),
        ),
        x509,
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'no certificate was given',
      evidence: loggedIn(shaken(true, false), denied, x509).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the server did not ask for one',
      evidence: loggedIn(shaken(false, false), denied, x509).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'without TLS',
      evidence: loggedIn(
        towards(undefined, { ...options, tls: false }),
        rejected(
          serverError({
            code: 17,
            codeName: 'ProtocolError',
            message: 'SSL support is required for the MONGODB-X509 mechanism.',
          }),
        ),
        x509,
      ).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'the server does not have the mechanism',
      evidence: loggedIn(
        shaken(true, true),
        rejected(serverError({ code: 334, codeName: 'MechanismUnavailable' })),
        x509,
      ).build(),
      at,
      is: 'absent',
      really: 'auth-mechanism',
    },
    {
      name: 'a product that answers so where it lacks the mechanism',
      evidence: loggedIn(
        built(shaken(true, true), caseEndpoint, buildOf({ is: 'other', name: 'FerretDB', sign: 'ferretdb' })),
        denied,
        x509,
      ).build(),
      at,
      is: 'unknown',
      really: 'auth-mechanism',
    },
    {
      name: 'a password that is wrong, over a connection with a client certificate',
      evidence: loggedIn(
        towards().saw(
          'tls.handshake',
          caseEndpoint,
          { address: caseAddress },
          { ...secure, clientCertificate: { requested: true, sent: true, acceptableIssuers: [] } },
        ),
        denied,
        { mechanism: 'SCRAM-SHA-256' },
      ).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    {
      name: 'the connection broke during the login',
      evidence: loggedIn(
        shaken(true, true),
        {
          is: 'failed',
          error: serverError({ name: 'MongoNetworkError', code: null, codeName: null, message: 'closed' }),
        },
        x509,
      ).build(),
      at,
      is: 'unknown',
      really: 'tls-client-certificate-rejected',
    },
    {
      name: 'logged in',
      evidence: loggedIn(shaken(true, true), { is: 'logged-in' }, x509).build(),
      at,
      is: 'absent',
    },
  ],
})
