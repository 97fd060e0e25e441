import { firstSeen, seenBy } from '@mongowhy/core'
import type { Endpoint, Evidence, Report } from '@mongowhy/core'

import { factsOf, unordered } from '../fact.ts'
import type { Fact } from '../fact.ts'

/** What one server says of itself. */
export function serverFacts(evidence: Evidence, at: Endpoint): readonly Fact[] {
  const fact = factsOf('wire', at)
  const looks = seenBy(evidence, 'wire.hello', at)
  const hello = (looks.find(({ saw }) => saw.outcome.is === 'reply') ?? looks[0])?.saw.outcome
  const build = firstSeen(evidence, 'wire.build', at)?.saw.outcome
  const reply = hello?.is === 'reply' ? hello.hello : undefined
  return [
    ...fact('outcome', 'answer to hello', hello?.is.replaceAll('-', ' ')),
    ...fact('version', 'server version', build?.is === 'reply' ? build.version : null),
    ...fact(
      'product',
      'product',
      build?.is !== 'reply' ? null : build.product.is === 'other' ? build.product.name : build.product.is,
    ),
    ...fact(
      'wire',
      'wire versions',
      reply === undefined ? null : `${reply.minWireVersion} to ${reply.maxWireVersion}`,
    ),
    ...factsOf('topology', at)('role', 'role', reply?.role),
    ...factsOf('topology', at)('set', 'replica set', reply === undefined ? null : (reply.setName ?? 'none')),
    ...factsOf('topology', at)(
      'members',
      'members that it names',
      reply === undefined || reply.hosts.length === 0
        ? null
        : unordered([...reply.hosts, ...reply.passives, ...reply.arbiters]),
    ),
  ]
}

/** Login, rights, operations and the driver's own attempt. */
export function sessionFacts({ evidence }: Report): readonly Fact[] {
  const login = firstSeen(evidence, 'auth.login')?.saw
  const rights = firstSeen(evidence, 'authz.privileges')?.saw.outcome
  const driver = firstSeen(evidence, 'driver.connect')?.saw.outcome
  return [
    ...(login === undefined
      ? []
      : [
          ...factsOf('auth')(
            'outcome',
            'login',
            login.outcome.is === 'rejected'
              ? `rejected (code ${login.outcome.error.code ?? 'none'})`
              : login.outcome.is.replaceAll('-', ' '),
          ),
          ...factsOf('auth')('mechanism', 'mechanism', login.mechanism),
        ]),
    ...factsOf('authz')(
      'roles',
      'roles',
      rights?.is === 'known' ? unordered(rights.roles.map(({ role, db }) => `${role}@${db}`)) : null,
    ),
    ...seenBy(evidence, 'ops.run').flatMap(({ saw }) =>
      factsOf('ops')(
        saw.operation,
        `operation ${saw.operation}`,
        saw.outcome.is === 'failed' ? `failed (code ${saw.outcome.error.code ?? 'none'})` : saw.outcome.is,
      ),
    ),
    ...factsOf('client')(
      'driver',
      "the driver's own attempt",
      driver === undefined || driver.is === 'cut-short'
        ? null
        : driver.is === 'failed'
          ? `failed at ${driver.phase} (${driver.error.systemCode ?? driver.error.codeName ?? driver.error.name})`
          : driver.is,
    ),
  ]
}
