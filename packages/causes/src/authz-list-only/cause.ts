import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { targetDatabase } from '../kit/deployment.ts'
import { operationDone } from '../kit/operation.ts'

interface Facts {
  readonly database: string
}

export const cause: Cause = defineCause<Facts>({
  code: 'authz-list-only',
  title: 'The user may read, and may not list the collections',
  scope: 'target',
  infer: (evidence) => {
    const status = firstSeen(evidence, 'authz.privileges')
    if (status?.saw.outcome.is !== 'known') return unknown()
    const { canFind, canList } = status.saw.outcome
    const database = targetDatabase(evidence)
    if (canList === undefined || canList === null) return unknown()
    if (canList) return absent(cite(status, says`the login may list the collections of ${database}`))
    const done = operationDone(evidence, 'read')
    if (canFind !== true || done === undefined) return unknown()
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'advisory',
      facts: { database },
      because: [done, cite(status, says`connectionStatus: no role allows listCollections on ${database}`)],
    }
  },
  advise: ({ database }) => ({
    title: says`The user may read, and may not list the collections of ${database}`,
    explanation: says`Nothing is wrong with the connection or the data. A health check, a migration tool or a shell that begins with listCollections is refused with code 13 all the same, and reports a database that is down.`,
    steps: [
      says`In health checks: ping, and one read that the application makes as well. Do not list.`,
      says`In code: listCollections({}, { nameOnly: true, authorizedCollections: true }) is allowed to everybody, and names what the user may read.`,
      says`If the tool cannot be changed: add the action listCollections on ${database} to the user's role; the built-in role read has it.`,
    ],
  }),
})
