import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Evidence } from '@mongowhy/core'

import { answers } from '../kit/members.ts'
import type { Answer } from '../kit/members.ts'
import { foreignProduct } from '../kit/product.ts'
import { codeWords, loginOf, refusalOf, rejection } from '../kit/session.ts'

interface Facts {
  readonly mechanism: string
  readonly offered: readonly string[]
}

const badValue = 2
const commandNotFound = 59
const withoutPassword: ReadonlySet<string> = new Set([
  'MONGODB-X509',
  'MONGODB-AWS',
  'MONGODB-OIDC',
  'GSSAPI',
])

export const cause: Cause = defineCause<Facts>({
  code: 'auth-mechanism',
  title: 'The server does not offer the authentication mechanism',
  scope: 'target',
  refines: ['auth-rejected'],
  explains: ['auth-not-provided', 'authz-missing-role'],
  infer: (evidence) => {
    const login = loginOf(evidence)
    if (login === undefined) return unknown()
    if (login.saw.outcome.is === 'logged-in') return absent(cite(login, says`the login succeeded`))
    const refused = rejection(login)
    if (refused === null) return unknown()
    const { error } = refused
    const listing = listingMechanisms(evidence, login.saw.mechanism)
    const offered = listing.flatMap(({ hello }) => hello.saslSupportedMechs ?? [])
    const mechanism = login.saw.mechanism ?? defaultOf(offered)
    const said = cite(login, says`the server answered the login with ${codeWords(error)}: ${error.message}`)
    // Older servers have no code of their own for it: they call the value bad, or do not know the command.
    const noCommand = mechanism !== null && error.code === commandNotFound
    const older = mechanism !== null && error.code === badValue
    const unlisted = mechanism !== null && offered.length > 0 && !offered.includes(mechanism)
    if (refusalOf(error) === 'mechanism' || noCommand || older || unlisted) {
      return {
        is: 'present',
        certainty: older ? 'likely' : 'certain',
        bearing: 'fault',
        facts: { mechanism: mechanism ?? 'the default', offered: [...new Set(offered)] },
        because: unlisted
          ? [
              said,
              ...listing.map(({ look }) =>
                cite(look, says`asked what this user may use, it named ${[...new Set(offered)].join(', ')}`),
              ),
            ]
          : [said],
      }
    }
    if (refusalOf(error) !== 'credentials') return unknown()
    // MongoDB has codes of its own for it. Others answer as to a wrong password, and here there is none to be wrong.
    const product = foreignProduct(evidence)
    if (product === null) return absent(said)
    if (mechanism === null || !withoutPassword.has(mechanism)) return unknown()
    return {
      is: 'present',
      certainty: 'likely',
      bearing: 'fault',
      facts: { mechanism, offered: [] },
      because: [said, cite(login, says`${product} has one code for refused logins of every kind`)],
    }
  },
  advise: ({ mechanism, offered }) => ({
    title: says`The server does not offer ${mechanism} to this user`,
    explanation: says`It refused the mechanism itself, before any password was compared.${offered.length === 0 ? '' : ` It offers ${offered.join(', ')}.`}`,
    steps: [
      says`Leave authMechanism out of the connection string: drivers then take what the server has for the user.`,
      says`If this mechanism is required: enable it on the server (setParameter.authenticationMechanisms; LDAP, Kerberos and OIDC belong to MongoDB Enterprise and Atlas).`,
      says`If the user was created for another mechanism only: db.updateUser("NAME", { mechanisms: ["SCRAM-SHA-1", "SCRAM-SHA-256"], pwd: passwordPrompt() }).`,
    ],
    operator: [
      says`\`setParameter.authenticationMechanisms\` in mongod.conf: whether ${mechanism} is among them.`,
      says`The user: \`db.getUser("NAME", { showCredentials: true })\` on its database names its mechanisms.`,
    ],
    confirm: says`In mongosh: db.adminCommand({ getParameter: 1, authenticationMechanisms: 1 }) lists what the server has.`,
  }),
})

/**
 * What the server says that this user may use: in the database of the login; where it has no such user there, and a
 * mechanism is asked for by name, in another one that it was asked about.
 */
function listingMechanisms(
  evidence: Evidence,
  named: string | null,
): readonly Pick<Answer, 'look' | 'hello'>[] {
  const own = answers(evidence).filter(({ hello }) => (hello.saslSupportedMechs ?? []).length > 0)
  if (own.length > 0 || named === null) return own
  return seenBy(evidence, 'wire.hello').flatMap((look) => {
    const { outcome } = look.saw
    if (look.ask.vary.mechanismsIn === undefined || outcome.is !== 'reply') return []
    return (outcome.hello.saslSupportedMechs ?? []).length > 0 ? [{ look, hello: outcome.hello }] : []
  })
}

/** What drivers take where the string names none: the best that the server lists, SCRAM-SHA-1 where it lists nothing usable. */
function defaultOf(offered: readonly string[]): string | null {
  if (offered.length === 0) return null
  return offered.includes('SCRAM-SHA-256') ? 'SCRAM-SHA-256' : 'SCRAM-SHA-1'
}
