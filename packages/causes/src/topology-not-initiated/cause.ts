import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Endpoint } from '@mongowhy/core'

import { answered } from '../kit/deployment.ts'
import { answers, namedBy } from '../kit/members.ts'
import { bearingAt } from '../kit/reach.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly setElsewhere: string | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'topology-not-initiated',
  title: 'The replica set was not initiated',
  scope: 'endpoint',
  explains: ['topology-no-primary', 'auth-not-provided', 'authz-missing-role'],
  infer: (evidence, at) => {
    const reply = answered(evidence, at)
    if (reply === undefined) return unknown()
    if (reply.hello.role !== 'ghost') {
      return absent(cite(reply.look, says`its hello is that of a ${reply.hello.role}`))
    }
    const set = answers(evidence).find(({ hello }) => hello.setName !== null)
    const expected = set !== undefined && namedBy(set).includes(at ?? '')
    return {
      is: 'present',
      // A member of a living set shows the same while it starts, and after it was removed.
      certainty: set === undefined ? 'certain' : expected ? 'possible' : 'likely',
      bearing: bearingAt(evidence, at),
      facts: { endpoint: at ?? '', setElsewhere: set?.hello.setName ?? null },
      because: [cite(reply.look, says`its hello says isreplicaset: true and names no set`)],
    }
  },
  advise: ({ endpoint, setElsewhere }) => ({
    title:
      setElsewhere === null
        ? says`${endpoint} waits to be made part of a replica set`
        : says`${endpoint} has no replica set configuration, though ${setElsewhere} is up`,
    explanation: says`mongod was started with a set name (--replSet) and holds no configuration of a set: rs.initiate() was never run${setElsewhere === null ? '' : ', or this member was removed, or it is starting just now'}. Until then there is no primary, and drivers use no such server.`,
    steps:
      setElsewhere === null
        ? [
            says`Once, in mongosh on that server: rs.initiate({ _id: "NAME", members: [{ _id: 0, host: "${endpoint}" }] }), with the name given to --replSet. Name the hosts as your application will reach them.`,
            says`If it held data of a set before: its dbPath is empty or another one. Look at the volume before you initiate anything.`,
          ]
        : [
            says`If it is to be a member: run rs.add("${endpoint}") on the primary of ${setElsewhere}.`,
            says`If it was removed on purpose: take it out of the connection string.`,
          ],
    operator: [
      says`\`rs.status()\` and \`rs.conf()\` at ${endpoint}; \`replication.replSetName\` in mongod.conf.`,
      says`\`storage.dbPath\`: that it is the volume with the data, not a new one.`,
    ],
    ...(setElsewhere === null
      ? {}
      : {
          confirm: says`Run rs.conf() on the primary of ${setElsewhere}: is ${endpoint} among its members?`,
        }),
  }),
})
