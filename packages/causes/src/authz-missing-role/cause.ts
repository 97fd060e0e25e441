import { absent, cite, defineCause, firstSeen, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { uriOf } from '../kit/deployment.ts'
import { codeWords, failedOperations, isAtlas, loginOf, refusalOf } from '../kit/session.ts'
import { atlasUsers } from '../kit/operator.ts'

interface Facts {
  readonly operation: string
  readonly namespace: string
  readonly database: string
  readonly roles: readonly string[] | null
  readonly atlas: boolean
  readonly byDefault: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'authz-missing-role',
  title: 'The user lacks the role for what it does',
  scope: 'target',
  infer: (evidence) => {
    const login = loginOf(evidence)
    if (login === undefined) return unknown()
    if (login.saw.outcome.is === 'no-credentials') return absent(cite(login, says`nobody logged in`))
    if (login.saw.outcome.is !== 'logged-in') return unknown()
    const refused = failedOperations(evidence).find(({ error }) => refusalOf(error) === 'rights')
    if (refused === undefined) {
      const done = seenBy(evidence, 'ops.run').find(
        ({ saw }) => saw.operation === 'read' && saw.outcome.is === 'done',
      )
      return done === undefined
        ? unknown()
        : absent(cite(done, says`the user may read ${done.saw.namespace}`))
    }
    const { look, error } = refused
    const { operation, namespace } = look.saw
    const status = firstSeen(evidence, 'authz.privileges')
    const known = status?.saw.outcome.is === 'known' ? status.saw.outcome : null
    const roles = known?.roles.map(({ role, db }) => `${role}@${db}`) ?? null
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: {
        operation,
        namespace,
        database: namespace.split('.')[0] ?? namespace,
        roles,
        atlas: isAtlas(error),
        byDefault: operation === 'read' && uriOf(evidence)?.database === null,
      },
      because: [
        cite(
          look,
          says`${operation} on ${namespace} was answered with ${codeWords(error)}: ${error.message}`,
        ),
        ...(status === undefined || roles === null
          ? []
          : [
              cite(
                status,
                roles.length === 0
                  ? says`the login has no roles`
                  : says`the login has the roles ${roles.join(', ')}`,
              ),
            ]),
      ],
    }
  },
  advise: ({ operation, namespace, database, roles, atlas, byDefault }) => ({
    title: says`The login succeeds, and the user may not ${operation === 'read' ? 'read' : 'write to'} ${namespace}`,
    explanation: says`The password is right: the server knows the user and refuses the command.${roles === null ? '' : roles.length === 0 ? ' It has no roles at all.' : ` Its roles are ${roles.join(', ')}.`}${byDefault ? ' The connection string names no database, so drivers work on test.' : ''}`,
    steps: [
      ...(byDefault
        ? [
            says`If the data is in another database: name it in the path, mongodb://…/DATABASE?authSource=admin.`,
          ]
        : []),
      atlas
        ? says`In Atlas (Security, Database Access): give the user readWrite on ${database}, or a built-in role, and wait until the change is deployed.`
        : says`As an administrator in mongosh, on the user's own database: db.grantRolesToUser("NAME", [{ role: "${operation === 'read' ? 'read' : 'readWrite'}", db: "${database}" }]).`,
      says`A role on one database says nothing of another: a user that was created in ${database} with readWrite there may not read elsewhere.`,
    ],
    operator: atlas
      ? atlasUsers
      : [
          says`\`db.getUser("NAME", { showPrivileges: true })\` on the user's database: a role that allows to ${operation} ${namespace}.`,
          says`The log of mongod at that time, component ACCESS: the action that was refused.`,
        ],
  }),
})
