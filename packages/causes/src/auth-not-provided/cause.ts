import { absent, cite, defineCause, firstSeen, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { codeWords, failedOperations, loginOf, refusalOf } from '../kit/session.ts'

interface Facts {
  readonly operation: string
  readonly namespace: string
}

export const cause: Cause = defineCause<Facts>({
  code: 'auth-not-provided',
  title: 'The server wants a login, and the connection string has none',
  scope: 'target',
  refines: ['authz-missing-role'],
  infer: (evidence) => {
    const login = loginOf(evidence)
    if (login === undefined) return unknown()
    if (login.saw.outcome.is !== 'no-credentials') return absent(cite(login, says`credentials were given`))
    const refused = failedOperations(evidence).find(({ error }) => {
      const about = refusalOf(error)
      // A server that has no login of this connection calls a command unauthorised, or not authenticated.
      return about === 'rights' || about === 'credentials'
    })
    if (refused === undefined) {
      const read = seenBy(evidence, 'ops.run').find(
        ({ saw }) => saw.operation === 'read' && saw.outcome.is === 'done',
      )
      return read === undefined ? unknown() : absent(cite(read, says`a read without a login succeeded`))
    }
    const { look, error } = refused
    const status = firstSeen(evidence, 'authz.privileges')
    const nobody = status?.saw.outcome.is === 'known' && !status.saw.outcome.authenticated
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { operation: look.saw.operation, namespace: look.saw.namespace },
      because: [
        cite(
          look,
          says`${look.saw.operation} on ${look.saw.namespace} was answered with ${codeWords(error)}: ${error.message}`,
        ),
        ...(status !== undefined && nobody
          ? [cite(status, says`connectionStatus: nobody is logged in on this connection`)]
          : []),
      ],
    }
  },
  advise: ({ operation, namespace }) => ({
    title: says`The server requires a login, and no credentials are given`,
    explanation: says`Connecting and ping work without a login on every MongoDB server, so a health check passes; the first real command (${operation} on ${namespace}) is refused.`,
    steps: [
      says`Put the user into the connection string: mongodb://USER:PASSWORD@HOST/DATABASE?authSource=admin, the password percent-encoded. Better: take it from the environment or a secret store.`,
      says`If the credentials are given in code (the auth option): name them for mongowhy with --driver-options FILE.`,
      says`If there should be a user in the connection string: is the variable that it is built from set in this environment?`,
    ],
  }),
})
