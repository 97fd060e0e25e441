import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Endpoint } from '@mongowhy/core'

import { answered, effective } from '../kit/deployment.ts'
import { answers } from '../kit/members.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly wanted: string
  readonly mongos: boolean
  readonly direct: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'topology-standalone',
  title: 'A replica set is asked for, the server is in none',
  scope: 'endpoint',
  explains: ['topology-no-primary'],
  infer: (evidence, at) => {
    const options = effective(evidence)
    const reply = answered(evidence, at)
    if (reply === undefined || options === undefined) return unknown()
    const { role, setName } = reply.hello
    if (role !== 'standalone' && role !== 'mongos') {
      return setName === null ? unknown() : absent(cite(reply.look, says`its hello names the set ${setName}`))
    }
    if (options.replicaSet === null) return absent(cite(reply.look, says`no set is asked for`))
    const served = answers(evidence).some(
      ({ hello }) => hello.setName === options.replicaSet && hello.role === 'primary',
    )
    // Node's driver lets a direct connection through; those that keep to the specification refuse it.
    const direct = options.directConnection === true
    return {
      is: 'present',
      certainty: 'certain',
      bearing: served || direct ? 'advisory' : 'fault',
      facts: { endpoint: at ?? '', wanted: options.replicaSet, mongos: role === 'mongos', direct },
      because: [
        cite(
          reply.look,
          says`its hello is that of a ${role === 'mongos' ? 'mongos router' : 'standalone server'}, and replicaSet=${options.replicaSet} is asked for`,
        ),
      ],
    }
  },
  advise: ({ endpoint, wanted, mongos, direct }) => ({
    title: mongos
      ? says`${endpoint} is a mongos router, and replicaSet=${wanted} asks for a member of a set`
      : says`${endpoint} is a standalone server, and replicaSet=${wanted} asks for a member of a set`,
    explanation: direct
      ? says`With directConnection=true Node's driver connects all the same; other drivers refuse a server that is not in the set that they are told.`
      : says`A driver that is told a set name uses members of that set only. It drops this server from its view and waits for others until the selection timeout.`,
    steps: mongos
      ? [
          says`Remove replicaSet=${wanted} from the connection string: a sharded cluster is reached through its routers, without a set name.`,
        ]
      : [
          says`If it is meant to be standalone: remove replicaSet=${wanted} from the connection string.`,
          says`If it is meant to be in a set: start mongod with --replSet ${wanted} (replication.replSetName in its configuration), then run rs.initiate() once in mongosh.`,
          says`In a container: check that the command line or the configuration file is really used; the image's default is a standalone server.`,
        ],
  }),
})
