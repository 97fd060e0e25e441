import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Endpoint } from '@mongowhy/core'

import { answered, effective, uriOf } from '../kit/deployment.ts'
import { answers } from '../kit/members.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly wanted: string
  readonly found: string
  readonly fromRecord: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'topology-set-name',
  title: 'The replica set has another name',
  scope: 'endpoint',
  explains: ['topology-no-primary'],
  infer: (evidence, at) => {
    const wanted = effective(evidence)?.replicaSet ?? null
    const reply = answered(evidence, at)
    if (reply === undefined) return unknown()
    const { setName } = reply.hello
    if (wanted === null) return absent(cite(reply.look, says`no set name is asked for`))
    if (setName === null) return absent(cite(reply.look, says`its hello names no set at all`))
    if (setName === wanted)
      return absent(cite(reply.look, says`its hello names the set ${setName}, as asked for`))
    const served = answers(evidence).some(({ hello }) => hello.setName === wanted && hello.role === 'primary')
    return {
      is: 'present',
      certainty: 'certain',
      bearing: served ? 'advisory' : 'fault',
      facts: {
        endpoint: at ?? '',
        wanted,
        found: setName,
        fromRecord: uriOf(evidence)?.effective.replicaSet === null,
      },
      because: [cite(reply.look, says`its hello names the set ${setName}, and ${wanted} is asked for`)],
    }
  },
  remedy: ({ found }) => ({ change: 'options', options: { replicaSet: found } }),
  advise: ({ endpoint, wanted, found, fromRecord }) => ({
    title: says`${endpoint} belongs to the replica set ${found}, not ${wanted}`,
    explanation: says`A driver that is told a set name leaves out every server that names another, so this one is never used, and what remains is a selection timeout without a reason.${wanted.toLowerCase() === found.toLowerCase() ? ' The two differ in upper and lower case only.' : ''}`,
    steps: fromRecord
      ? [
          says`The name comes from the TXT record of the mongodb+srv:// host. Correct the record to replicaSet=${found}, or state replicaSet=${found} in the connection string, which wins.`,
          says`If ${wanted} is the right name: the SRV record leads to another deployment; correct it.`,
        ]
      : [
          says`If this is the deployment that you mean: write replicaSet=${found} in the connection string, or leave the option out.`,
          says`If ${wanted} is the right name: the host and port lead to another deployment.`,
        ],
  }),
})
