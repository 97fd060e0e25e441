import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence } from '@mongowhy/core'

import { answered, effective } from '../kit/deployment.ts'
import { answers, discovers } from '../kit/members.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly set: string
  readonly role: 'recovering' | 'arbiter'
  readonly direct: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'topology-member-not-ready',
  title: 'The member is in no state to serve',
  scope: 'endpoint',
  explains: ['topology-no-primary'],
  infer: (evidence, at) => {
    const reply = answered(evidence, at)
    const options = effective(evidence)
    if (reply === undefined || options === undefined) return unknown()
    const { role, setName } = reply.hello
    const direct = options.directConnection === true
    const is = cite(reply.look, says`its hello is that of a ${role} server`)
    // An arbiter in a set is what it should be; only who talks to it alone gets nothing from it.
    if (role !== 'recovering' && !(role === 'arbiter' && direct)) return absent(is)
    return {
      is: 'present',
      certainty: 'certain',
      bearing: direct || aloneIn(evidence) ? 'fault' : 'advisory',
      facts: { endpoint: at ?? '', set: setName ?? '', role, direct },
      because: [
        cite(
          reply.look,
          role === 'arbiter'
            ? says`its hello says that it is an arbiter of ${setName ?? 'its set'}`
            : says`its hello says that it belongs to ${setName ?? 'a set'} and is neither primary nor secondary`,
        ),
      ],
    }
  },
  advise: ({ endpoint, set, role, direct }) =>
    role === 'arbiter'
      ? {
          title: says`${endpoint} is an arbiter: it holds no data`,
          explanation: says`An arbiter only votes. With directConnection=true the driver talks to it alone, and it answers neither reads nor writes.`,
          steps: [
            says`Connect to a member that holds data, or to the set: remove directConnection=true and add replicaSet=${set}.`,
          ],
        }
      : {
          title: says`${endpoint} is a member of ${set} and not ready to serve: it starts, catches up or rolls back`,
          explanation: says`It is neither primary nor secondary at this moment. A member is so while it starts, copies its data (initial sync), catches up after having been away, rolls back, or was put into maintenance. Drivers use no such member${direct ? ', and this connection is to it alone' : ''}.`,
          steps: [
            says`On it: rs.status() names its state (STARTUP2, RECOVERING, ROLLBACK) and what it waits for (infoMessage, lastHeartbeatMessage).`,
            says`Starting and catching up end by themselves: see whether optimeDate advances. If it is too far behind ("RS102", "too stale to catch up"), it needs a new initial sync.`,
            says`In maintenance: db.adminCommand({ replSetMaintenance: 0 }).`,
            ...(direct
              ? [says`Until then use the set: remove directConnection=true and add replicaSet=${set}.`]
              : []),
          ],
          operator: [
            says`\`rs.status()\` of ${set}: state, optimeDate, infoMessage and lastHeartbeatMessage of ${endpoint}.`,
            says`\`rs.printReplicationInfo()\` at the primary: whether its oplog still reaches back to where ${endpoint} stands.`,
          ],
        },
})

/** No other member that holds data answered: then the set waits for this one. */
function aloneIn(evidence: Evidence): boolean {
  if (!discovers(evidence)) return false
  return !answers(evidence).some(({ hello }) => hello.role === 'primary' || hello.role === 'secondary')
}
