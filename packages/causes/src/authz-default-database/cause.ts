import { absent, cite, defineCause, firstSeen, listed, says, together, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { loginEnd } from '../kit/login.ts'
import { operationDone, operationThatFailed } from '../kit/operation.ts'
import { refusalOf } from '../kit/session.ts'

interface Facts {
  readonly readable: readonly string[]
}

const defaultDatabase = 'test'

export const cause: Cause = defineCause<Facts>({
  code: 'authz-default-database',
  title: 'No database is named, and the user has no rights on the default, test',
  scope: 'target',
  refines: ['authz-missing-role', 'authz-atlas-action'],
  infer: (evidence) => {
    const end = loginEnd(evidence)
    const uri = firstSeen(evidence, 'uri.parse')
    if (uri === undefined || end === null || end.is !== 'in') return unknown()
    if (uri.saw.database !== null) {
      return absent(cite(uri, says`the path names the database ${uri.saw.database}`))
    }
    const failed = operationThatFailed(
      evidence,
      (error, { saw }) => refusalOf(error) === 'rights' && saw.namespace.startsWith(`${defaultDatabase}.`),
    )
    if (failed === undefined) {
      const done = operationDone(evidence, 'read')
      return done === undefined ? unknown() : absent(done)
    }
    const status = firstSeen(evidence, 'authz.privileges')
    const readable = status?.saw.outcome.is === 'known' ? (status.saw.outcome.readable ?? null) : null
    // A user that may read nothing at all lacks a role, whatever the string names.
    const others = (readable ?? []).filter((name) => !['admin', 'local', 'config', 'test'].includes(name))
    if (status === undefined || others.length === 0) return unknown()
    return {
      is: 'present',
      certainty: 'likely',
      bearing: 'fault',
      facts: { readable: others },
      because: [
        cite(uri, says`the connection string names no database, and so drivers work on test`),
        failed.said,
        cite(status, together(says`the login may read`, listed(others))),
      ],
    }
  },
  advise: ({ readable }) => {
    const [first = 'DATABASE'] = readable
    return {
      title: says`No database is named, so test is used, where the user has no rights`,
      explanation: together(
        says`A connection string without a database in its path makes drivers work on test. The login succeeds, and reading test is refused; it may read`,
        listed(readable),
        says`. If your code names its database itself, it is not concerned by this.`,
      ),
      steps: [
        says`Name the database in the path, before the options: mongodb://…/${first}?authSource=admin. Keep authSource: without it the login would move to that database.`,
        says`Or name it in the code: client.db("${first}") in the driver, dbName in Mongoose.`,
      ],
      confirm: says`Run this again with the database of your code in the path: the read is then made there.`,
    }
  },
})
