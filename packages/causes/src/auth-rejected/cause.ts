import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Evidence, ServerError } from '@mongowhy/core'

import { uriOf } from '../kit/deployment.ts'
import { codeWords, isAtlas, loginOf, refusalOf, rejection } from '../kit/session.ts'
import { mechanismsTold } from '../kit/user-mechanisms.ts'

interface Facts {
  readonly authSource: string | null
  readonly mechanism: string | null
  readonly atlas: boolean
  /** The database of the path became the authentication database, since none was named. */
  readonly sourceByDefault: boolean
  /** The code means what it says: MongoDB's own server, or one that knows the user. */
  readonly sure: boolean
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
    return {
      is: 'present',
      certainty: sure ? 'certain' : 'likely',
      bearing: 'fault',
      facts: {
        sure,
        authSource,
        mechanism,
        atlas: isAtlas(refused.error),
        sourceByDefault:
          uri?.effective.authSource === null && uri.database !== null && authSource === uri.database,
      },
      because: [said],
    }
  },
  advise: ({ authSource, mechanism, atlas, sourceByDefault, sure }) => ({
    title:
      mechanism === 'MONGODB-X509'
        ? says`The server knows no user for this client certificate`
        : says`The server rejects the user name or the password`,
    explanation: atlas
      ? says`Network, TLS and the server are in order: it read the login and refused it. Atlas does not say which of the two is wrong. The access list is not the reason; it would have refused the connection before.`
      : says`Network, TLS and the server are in order: it read the login against the database ${authSource ?? 'admin'} and refused it. It does not say whether the user is unknown there or the password is wrong; its own log does.`,
    steps: [
      ...(sourceByDefault
        ? [
            says`No authSource is given, so the user is looked for in ${authSource ?? ''}, the database of the path. Most users live in admin: try authSource=admin.`,
          ]
        : []),
      ...(atlas
        ? [
            says`Use a database user (Atlas: Security, Database Access), not the e-mail address that you log in to Atlas with; it must belong to this project and be allowed on this cluster.`,
            says`Set a new password for it there and try once: passwords can be replaced, not read.`,
          ]
        : [
            says`In mongosh, as an administrator: use ${authSource ?? 'admin'}, then db.getUser("NAME"). No user: it lives in another database, or was never created.`,
            says`Read the server's log at the time of the login: it says UserNotFound, or a mismatch of the password (component ACCESS).`,
          ]),
      says`Characters of the password that mean something in a URL (: / ? # [ ] @ %) must be percent-encoded in the connection string: encodeURIComponent(password).`,
      says`In a container: MONGO_INITDB_ROOT_USERNAME and _PASSWORD take effect on an empty volume only; an old one keeps its old users.`,
    ],
    ...(sure
      ? {}
      : {
          confirm: says`Log in with mongosh, the same user and password: this server is not MongoDB's own, and such servers answer with the same code where they lack the mechanism.`,
        }),
  }),
})

/** Servers that are not MongoDB's own use the code for a mechanism that they lack, too: FerretDB does. */
function saysWhatItMeans(evidence: Evidence, error: ServerError): boolean {
  const foreign = seenBy(evidence, 'wire.build').some(
    ({ saw }) => saw.outcome.is === 'reply' && saw.outcome.product.is === 'other',
  )
  return !foreign || isAtlas(error) || mechanismsTold(evidence)?.known === true
}
