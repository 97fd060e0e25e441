import { absent, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { loginEnd } from '../kit/login.ts'
import { isOverload } from '../kit/session.ts'

export const cause: Cause = defineCause<null>({
  code: 'auth-storm',
  title: 'The server turns logins away, since there are too many',
  scope: 'target',
  explains: ['auth-not-provided', 'authz-missing-role'],
  infer: (evidence) => {
    const end = loginEnd(evidence)
    if (end === null) return unknown()
    if (end.is === 'in') return absent(end.said)
    if (end.is !== 'refused') return unknown()
    if (!isOverload(end.error)) return absent(end.said)
    return { is: 'present', certainty: 'certain', bearing: 'fault', facts: null, because: [end.said] }
  },
  advise: () => ({
    title: says`The server turned the login away unread: it has too many to do`,
    explanation: says`The code is that of a limit on load, not of wrong credentials; the password was not judged. A login with SCRAM costs the server thousands of hashes, so a thousand clients that start at once keep it busy, time out, and start again.`,
    steps: [
      says`Find who logs in so often: on the server, db.serverStatus().connections (totalCreated, and how it grows) and the log's "Authentication succeeded" by address.`,
      says`Keep one client for each process and let it live. A client for each request logs in for each request.`,
      says`Restart many instances in turn, not at once; in drivers, bound maxPoolSize and maxConnecting, and wait longer after each failure.`,
    ],
    confirm: says`Try again in some minutes, when nothing else starts: if the login succeeds, it was this.`,
  }),
})
