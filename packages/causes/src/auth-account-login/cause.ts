import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { loginEnd } from '../kit/login.ts'
import { isAtlas } from '../kit/session.ts'

export const cause: Cause = defineCause<null>({
  code: 'auth-account-login',
  title: 'The e-mail address of an Atlas account is used as database user',
  scope: 'target',
  refines: ['auth-rejected'],
  explains: ['auth-not-provided', 'authz-missing-role'],
  infer: (evidence) => {
    const end = loginEnd(evidence)
    if (end === null) return unknown()
    if (end.is === 'in') return absent(end.said)
    // Elsewhere than on Atlas there are no accounts to confuse users with, and directories do name users by e-mail.
    if (end.is !== 'refused' || end.about !== 'credentials' || !isAtlas(end.error)) return unknown()
    const uri = firstSeen(evidence, 'uri.parse')
    if (uri?.saw.credentials.username !== 'given') return unknown()
    if (!uri.saw.credentials.usernameLooksLikeEmail) {
      return absent(cite(uri, says`the user name does not have the form of an e-mail address`))
    }
    return {
      is: 'present',
      certainty: 'likely',
      bearing: 'fault',
      facts: null,
      because: [end.said, cite(uri, says`the user name has the form of an e-mail address`)],
    }
  },
  advise: () => ({
    title: says`The user name looks like an Atlas account, not like a database user`,
    explanation: says`The e-mail address with which a person logs in to the Atlas website is not a user of the database. Clusters have users of their own, with passwords of their own, and this one was refused. A database user that is really called like an e-mail address, with a wrong password, looks the same.`,
    steps: [
      says`In Atlas: Security, Database Access. Take a database user from that list, or add one, with the role that it needs.`,
      says`Put its name and password into the connection string, the password percent-encoded.`,
      says`A new user takes effect after some seconds; Atlas shows a banner while the change is deployed.`,
    ],
    confirm: says`Look for the e-mail address in the list of Database Access: if it is not there, it was this.`,
  }),
})
