import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { chosenMechanism, isClients, loginEnd } from '../kit/login.ts'
import { foreignProduct } from '../kit/product.ts'

type Facts =
  | { readonly what: 'options'; readonly driver: string }
  | { readonly what: 'no-token'; readonly driver: string }
  | { readonly what: 'refused' | 'invalid-token' }

const reauthenticationRequired = 391
const invalidJwt = 392

export const cause: Cause = defineCause<Facts>({
  code: 'auth-oidc',
  title: 'The login with an identity provider’s token (OIDC) fails',
  scope: 'target',
  refines: ['auth-rejected', 'uri-auth-options'],
  explains: ['auth-not-provided', 'authz-missing-role'],
  infer: (evidence) => {
    if (chosenMechanism(evidence) !== 'MONGODB-OIDC') return unknown()
    const end = loginEnd(evidence)
    if (end?.is === 'in') return absent(end.said)
    if (end?.is === 'refused') {
      const { code } = end.error
      const token = code === invalidJwt || code === reauthenticationRequired
      if (!token && end.about !== 'credentials') return absent(end.said)
      // Others than MongoDB answer with the same code where they lack the mechanism.
      if (!token && foreignProduct(evidence) !== null) return unknown()
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { what: token ? 'invalid-token' : 'refused' },
        because: [end.said],
      }
    }
    if (end?.is === 'given-up' && end.byItself) {
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { what: refusesOptions(end.error.name) ? 'options' : 'no-token', driver: end.error.message },
        because: [end.said],
      }
    }
    const driver = firstSeen(evidence, 'driver.connect')
    if (driver?.saw.outcome.is !== 'failed' || driver.saw.outcome.phase !== 'parse') return unknown()
    const { error } = driver.saw.outcome
    // Another option may be what it does not accept; those have faults of their own.
    const faults = firstSeen(evidence, 'uri.parse')?.saw.faults ?? []
    if (faults.some(({ kind }) => kind !== 'auth-options')) return unknown()
    if (error.name !== 'MongoInvalidArgumentError' || !isClients(error)) return unknown()
    return {
      is: 'present',
      // The driver refuses the options before it connects; that it is those of OIDC is what its words say.
      certainty: 'likely',
      bearing: 'fault',
      facts: { what: 'options', driver: error.message },
      because: [cite(driver, says`the driver did not accept the options: ${error.name}: ${error.message}`)],
    }
  },
  advise: (facts) => {
    switch (facts.what) {
      case 'options':
        return {
          title: says`The options of the OIDC login are not complete`,
          explanation: says`MONGODB-OIDC needs a source of tokens and, for logins of people, hosts that may have them. The driver refused before it sent anything: ${facts.driver}`,
          steps: [
            says`On Azure, Google Cloud or Kubernetes: authMechanismProperties=ENVIRONMENT:azure,TOKEN_RESOURCE:AUDIENCE (gcp likewise; k8s without a resource).`,
            says`Elsewhere: pass OIDC_CALLBACK (machines) or OIDC_HUMAN_CALLBACK (people) in the options in code; they cannot stand in a connection string.`,
            says`For people, hosts outside of *.mongodb.net must be named in ALLOWED_HOSTS, so that no token goes astray.`,
          ],
        }
      case 'no-token':
        return {
          title: says`No token could be obtained for the OIDC login`,
          explanation: says`The server was never asked: the source of tokens failed first, and the driver passed its error on: ${facts.driver}`,
          steps: [
            ...tokenSources,
            says`Run this where the application runs: a token of a cloud or a cluster exists only there.`,
          ],
        }
      case 'invalid-token':
        return {
          title: says`The server does not take the token of the OIDC login`,
          explanation: says`A token was obtained and sent; the server found it invalid or out of date.`,
          steps: tokenChecks,
        }
      case 'refused':
        return {
          title: says`The server refuses the OIDC login`,
          explanation: says`A token was obtained and sent; the server refused it, and does not say why: the token's issuer, audience or time may be wrong, or none of its groups has a role.`,
          steps: tokenChecks,
          confirm: says`The server's log at the time of the login (component ACCESS) names the claim that did not fit.`,
        }
    }
  },
})

const tokenSources: readonly Phrase[] = [
  says`Kubernetes: is the service account's token mounted, and does AWS_WEB_IDENTITY_TOKEN_FILE or AZURE_FEDERATED_TOKEN_FILE name a file that exists?`,
  says`Azure, Google Cloud: does the machine have an identity, and does its metadata service (169.254.169.254) answer?`,
  says`A callback of your own: it must resolve to { accessToken } and to nothing but accessToken, expiresInSeconds and refreshToken.`,
]

const tokenChecks: readonly Phrase[] = [
  says`Decode the token's middle part (base64) on this machine, never on a website: iss must be the server's issuer, aud its audience, exp lie ahead.`,
  says`The claim that names the user or the groups (authorizationClaim) must give a role that exists: PREFIX/GROUP on admin.`,
  says`Compare the clocks: a token is refused before its time as well.`,
]

function refusesOptions(name: string): boolean {
  return name === 'MongoInvalidArgumentError' || name === 'MongoAPIError' || name === 'MongoParseError'
}
