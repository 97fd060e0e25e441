import { defineCause, says } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { uriOf } from '../kit/deployment.ts'
import { characterOf, overUriFaults, shown } from '../kit/uri.ts'

interface Facts {
  readonly problem: string
  /** As the string gives it; null: it gives none. */
  readonly mechanism: string | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-auth-options',
  title: 'The options of the login do not fit together',
  scope: 'target',
  explains: ['auth-rejected'],
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['auth-options'],
      says`no option of the login is at odds with another`,
      ([fault], look) => {
        const mechanism = uriOf(evidence)?.options.find(({ name }) => /^authMechanism$/i.test(name))
        const facts = { problem: fault.problem, mechanism: mechanism?.value ?? null }
        return shown(look, facts, says`at character ${characterOf(fault)}: ${wrong(facts)}`)
      },
    ),
  advise: (facts) => ({
    title: says`The login cannot be made as the connection string asks: ${wrong(facts)}`,
    explanation:
      facts.problem === 'password-missing'
        ? says`MongoDB has no user without a password. Some drivers, the official one for Node.js among them, try the login all the same and are refused as with any wrong password; others refuse the string.`
        : says`Each mechanism of MongoDB wants something else in the string, and drivers refuse a string that gives a mechanism too little or too much. No host was tried, and nothing was sent.`,
    steps: steps(facts),
  }),
})

function wrong({ problem, mechanism }: Facts): string {
  const name = mechanism ?? 'the mechanism'
  switch (problem) {
    case 'mechanism-unknown':
      return `there is no mechanism ${name}`
    case 'username-required':
      return `${name} needs a user name`
    case 'username-empty':
      return 'a login stands there without a user name'
    case 'password-missing':
      return 'a user is named, and the password is empty'
    case 'password-not-allowed':
      return `${name} takes no password`
    case 'aws-credentials-in-string':
      return 'MONGODB-AWS takes no credentials from the string'
    case 'external-source-required':
      return `${name} needs authSource $external`
    default:
      return problem
  }
}

function steps({ problem, mechanism }: Facts): readonly Phrase[] {
  switch (problem) {
    case 'mechanism-unknown':
      return [
        says`Take authMechanism away: drivers then agree with the server on SCRAM, which fits every user that has a password.`,
        says`The mechanisms are SCRAM-SHA-256, SCRAM-SHA-1, MONGODB-X509, MONGODB-AWS, MONGODB-OIDC, PLAIN (LDAP) and GSSAPI (Kerberos).`,
      ]
    case 'username-required':
      return [
        says`Write the user before the host: mongodb://USER:PASSWORD@HOST/, percent-encoded.`,
        says`If there is to be no login, take authMechanism ${mechanism ?? ''} away.`,
      ]
    case 'username-empty':
      return [
        says`Write the user name before the colon, or take everything up to the @ away if there is to be no login. A variable of a template may have been empty.`,
      ]
    case 'password-missing':
      return [
        says`Write the password after the user, percent-encoded: mongodb://USER:PASSWORD@HOST/. Where the string is put together from variables, the one of the password was empty or not set: look where the string is made.`,
        says`If there is to be no login, take everything up to the @ away.`,
      ]
    case 'password-not-allowed':
      return [
        says`Take the password away: with X.509 the client certificate (tlsCertificateKeyFile) is the proof.`,
        says`If a password is what you have, take authMechanism away instead.`,
      ]
    case 'aws-credentials-in-string':
      return [
        says`Take user and password out of the string: from version 7 on the Node driver takes AWS credentials from the AWS SDK alone (environment, profile, role of the machine).`,
        says`Outside of AWS set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for a role, AWS_SESSION_TOKEN in the environment.`,
      ]
    case 'external-source-required':
      return [
        says`Take authSource away, or set authSource=$external (percent-encoded: %24external): users of ${mechanism ?? 'this mechanism'} live outside of MongoDB.`,
      ]
    default:
      return [says`Look up what ${mechanism ?? 'the mechanism'} needs in a connection string.`]
  }
}
