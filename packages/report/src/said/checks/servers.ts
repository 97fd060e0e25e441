import { looksOf, says, seenBy } from '@mongowhy/core'
import type { LookId, Report } from '@mongowhy/core'

import { contradicted, supported, unchecked } from '../checked.ts'
import type { Check } from '../checked.ts'
import { reachedServers, tcpOf } from '../observed.ts'
import type { Observed } from '../observed.ts'

/** `The server is down.` */
export function serverDown({ failing }: Observed): Check {
  if (failing === null) return contradicted(says`It answered in every run.`)
  if (reachedServers(failing))
    return contradicted(says`Servers answered as MongoDB does.`, ...firstHello(failing))
  const { open, look } = tcpOf(failing)
  if (look === null) return unchecked(says`No connection was tried.`)
  if (open > 0)
    return unchecked(
      says`Something accepts TCP connections there; whether the cluster behind it runs cannot be seen from outside.`,
      look,
    )
  const refused = seenBy(failing.evidence, 'tcp.connect').every(({ saw }) => saw.outcome.is === 'refused')
  return refused
    ? supported(says`Every server refuses TCP connections: nothing listens at that port.`, look)
    : unchecked(says`Nothing answers. A server that is down and a firewall look alike from here.`, look)
}

/** `The server is up.` */
export function serverUp({ failing, working }: Observed): Check {
  const report = failing ?? working
  if (report === null) return unchecked(says`No run is there.`)
  if (reachedServers(report)) return supported(says`Servers answered as MongoDB does.`, ...firstHello(report))
  const { open, look } = tcpOf(report)
  return open === 0 || look === null
    ? unchecked(says`No server was reached from here.`, ...(look === null ? [] : [look]))
    : unchecked(
        says`Something accepts TCP connections there; whether the cluster behind it runs cannot be seen from outside.`,
        look,
      )
}

/** `The set has no primary.` */
export function noPrimary({ failing, working }: Observed): Check {
  const report = failing ?? working
  const hellos = report === null ? [] : seenBy(report.evidence, 'wire.hello')
  const roles = hellos.flatMap(({ id, ask, saw }) =>
    saw.outcome.is === 'reply' ? [{ id, endpoint: ask.endpoint ?? '', hello: saw.outcome.hello }] : [],
  )
  const [first] = roles
  if (first === undefined) return unchecked(says`No member answered.`)
  const primary = roles.find(({ hello }) => hello.role === 'primary')
  if (primary !== undefined)
    return contradicted(says`${primary.endpoint} answers as the primary.`, primary.id)
  const named = roles.find(({ hello }) => hello.primary !== null)
  if (named !== undefined)
    return contradicted(says`${named.endpoint} names ${named.hello.primary ?? ''} as the primary.`, named.id)
  return first.hello.setName === null
    ? unchecked(says`What answered belongs to no replica set.`, first.id)
    : supported(says`No member that answered is the primary, and none names one.`, first.id)
}

function firstHello({ evidence }: Report): readonly LookId[] {
  return looksOf(evidence, 'wire.hello')
    .slice(0, 1)
    .map(({ id }) => id)
}
