import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Advice, Cause, Evidence, Phrase, ServerError } from '@mongowhy/core'

import { uriOf } from '../kit/deployment.ts'
import { foreignProduct } from '../kit/product.ts'
import { codeWords, isAtlas, loginOf, refusalOf, rejection } from '../kit/session.ts'
import { mechanismsTold } from '../kit/user-mechanisms.ts'
import { accessLog, atlasUsers } from '../kit/operator.ts'

interface Facts {
  readonly authSource: string | null
  readonly mechanism: string | null
  readonly atlas: boolean
  /** The server named mechanisms for the user, so that it has one of that name. */
  readonly knownUser: boolean
  /** The database of the path became the authentication database, since none was named. */
  readonly sourceByDefault: boolean
  /** The code means what it says: MongoDB's own server, or one that knows the user. */
  readonly sure: boolean
  /** The string names a user alone, so an empty password was sent. */
  readonly noPassword: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'auth-rejected',
  title: 'The server rejects the user or the password',
  scope: 'target',
  explains: ['auth-not-provided', 'authz-missing-role'],
  infer: (evidence) => {
    const login = loginOf(evidence)
    if (login === undefined) return unknown()
    if (login.saw.outcome.is === 'logged-in') return absent(cite(login, says`the login succeeded`))
    if (login.saw.outcome.is === 'no-credentials') return absent(cite(login, says`no credentials were given`))
    const refused = rejection(login)
    if (refused === null) return unknown()
    const said = cite(
      login,
      says`the server answered the login with ${codeWords(refused.error)}: ${refused.error.message}`,
    )
    if (refusalOf(refused.error) !== 'credentials') return absent(said)
    const uri = uriOf(evidence)
    const { authSource, mechanism } = login.saw
    const sure = saysWhatItMeans(evidence, refused.error)
    const known = mechanismsTold(evidence)
    return {
      is: 'present',
      certainty: sure ? 'certain' : 'likely',
      bearing: 'fault',
      facts: {
        sure,
        noPassword: uri?.credentials.username === 'given' && uri.credentials.password === 'absent',
        authSource,
        mechanism,
        atlas: isAtlas(refused.error),
        knownUser: known?.known === true,
        sourceByDefault:
          uri?.effective.authSource === null && uri.database !== null && authSource === uri.database,
      },
      because:
        known?.known === true
          ? [said, cite(known.look, says`asked for the user's mechanisms, the server named them`)]
          : [said],
    }
  },
  advise: (facts) => {
    if (facts.mechanism === 'GSSAPI') return kerberosAdvice
    const { authSource, atlas, sourceByDefault, knownUser, sure, noPassword } = facts
    const source = authSource ?? 'admin'
    return {
      title: noPassword
        ? says`The connection string names a user and no password, and the server refuses the login`
        : knownUser
          ? says`The server knows the user and refuses the login`
          : says`The server rejects the user name or the password`,
      explanation: atlas
        ? says`Network, TLS and the server are in order: it read the login and refused it. Atlas does not say which of the two is wrong. The access list is not the reason; it would have refused the connection before.`
        : knownUser
          ? says`The way to the server is in order, and ${source} has a user of this name: the server named its mechanisms when asked. It read the login and refused it: because of the password, unless the user is restricted to other addresses.`
          : says`The way to the server is in order: it read the login against the database ${source} and refused it. It does not say whether the user is unknown there or the password is wrong; its own log does.`,
      steps: [
        ...(noPassword
          ? [
              says`Write the password after the user, percent-encoded: mongodb://USER:PASSWORD@HOST/. A program that has it elsewhere hands it to the driver as an option (auth).`,
            ]
          : []),
        ...(sourceByDefault && !knownUser
          ? [
              says`No authSource is given, so the user is looked for in ${source}, the database of the path. Most users live in admin: try authSource=admin.`,
            ]
          : []),
        ...(atlas ? atlasSteps : serverSteps(source, knownUser)),
        says`Characters of the password that mean something in a URL (: / ? # [ ] @ %) must be percent-encoded in the connection string: encodeURIComponent(password).`,
        says`In a container: MONGO_INITDB_ROOT_USERNAME and _PASSWORD take effect on an empty volume only; an old one keeps its old users.`,
      ],
      operator: atlas
        ? atlasUsers
        : [
            accessLog,
            says`The user: \`db.getSiblingDB("${source}").getUser("NAME", { showCredentials: true })\`, its mechanisms and restrictions (authenticationRestrictions).`,
          ],
      ...(sure
        ? {}
        : {
            confirm: says`Log in with mongosh, the same user and password: this server is not MongoDB's own, and such servers answer with the same code where they lack the mechanism.`,
          }),
    }
  },
})

const atlasSteps: readonly Phrase[] = [
  says`Use a database user (Atlas: Security, Database Access), not the e-mail address that you log in to Atlas with; it must belong to this project and be allowed on this cluster.`,
  says`Set a new password for it there and try once: passwords can be replaced, not read.`,
]

function serverSteps(source: string, knownUser: boolean): readonly Phrase[] {
  const log = says`Read the server's log at the time of the login (component ACCESS): it tells a mismatch of the password from UserNotFound, and names a restriction of the user to other addresses (unmet authentication restrictions).`
  return knownUser
    ? [
        says`Set the password anew, as an administrator in mongosh: use ${source}, then db.updateUser("NAME", { pwd: passwordPrompt() }).`,
        log,
      ]
    : [
        says`In mongosh, as an administrator: use ${source}, then db.getUser("NAME"). No user: it lives in another database, or was never created.`,
        log,
      ]
}

/** Servers that are not MongoDB's own use the code for a mechanism that they lack, too: FerretDB does. */
function saysWhatItMeans(evidence: Evidence, error: ServerError): boolean {
  return foreignProduct(evidence) === null || isAtlas(error) || mechanismsTold(evidence)?.known === true
}

const kerberosAdvice: Advice = {
  title: says`The server refuses the Kerberos login`,
  explanation: says`A ticket was obtained and sent; the server refused it, or has no user in $external with the principal's name.`,
  steps: [
    says`Compare klist with the server: the ticket must be for mongodb/HOST@REALM, with HOST as the server calls itself.`,
    says`As an administrator: db.getSiblingDB("$external").runCommand({ usersInfo: 1 }) must list the principal, letter for letter.`,
    says`Compare the clocks of client, server and KDC: five minutes apart is too much.`,
  ],
}
