import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Advice, Cause, EffectiveOptions, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { answered, effective, seedList } from '../kit/deployment.ts'
import { answers } from '../kit/members.ts'

interface Facts {
  readonly endpoint: Endpoint
  /** The set that is asked for by name; null: a seed list of several hosts asks for one. */
  readonly wanted: string | null
  readonly mongos: boolean
  readonly direct: boolean
  /** Every seed is a standalone server. */
  readonly alike: boolean
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
    const { replicaSet } = options
    if (replicaSet === null) return withoutName(evidence, at, reply, options)
    const served = answers(evidence).some(
      ({ hello }) => hello.setName === replicaSet && hello.role === 'primary',
    )
    // Node's driver lets a direct connection through; those that keep to the specification refuse it.
    const direct = options.directConnection === true
    return {
      is: 'present',
      certainty: 'certain',
      bearing: served || direct ? 'advisory' : 'fault',
      facts: { endpoint: at ?? '', wanted: replicaSet, mongos: role === 'mongos', direct, alike: false },
      because: [
        cite(
          reply.look,
          says`its hello is that of a ${role === 'mongos' ? 'mongos router' : 'standalone server'}, and replicaSet=${replicaSet} is asked for`,
        ),
      ],
    }
  },
  remedy: ({ endpoint, wanted }) =>
    wanted === null
      ? { change: 'options', options: {}, seeds: [endpoint] }
      : { change: 'options', options: { replicaSet: null } },
  advise: (facts) => (facts.wanted === null ? severalSeeds(facts) : namedSet(facts, facts.wanted)),
})

/** Without a set name too, drivers drop a standalone server where the seed list has others. */
function withoutName(
  evidence: Evidence,
  at: Endpoint | null,
  { look, hello }: NonNullable<ReturnType<typeof answered>>,
  options: EffectiveOptions,
): Inference<Facts> {
  const seeds = seedList(evidence)
  if (hello.role !== 'standalone' || seeds.length < 2 || options.directConnection === true) {
    return absent(cite(look, says`no set is asked for`))
  }
  const others = answers(evidence).some(({ hello: { role } }) => role === 'primary' || role === 'mongos')
  // Node's driver keeps the last of them, against the specification.
  const alike = seeds.every((seed) => answered(evidence, seed)?.hello.role === 'standalone')
  return {
    is: 'present',
    certainty: 'certain',
    bearing: others || alike ? 'advisory' : 'fault',
    facts: { endpoint: at ?? '', wanted: null, mongos: false, direct: false, alike },
    because: [
      cite(
        look,
        says`its hello is that of a standalone server, and it is one of ${seeds.length} hosts of the seed list`,
      ),
    ],
  }
}

function severalSeeds({ endpoint, alike }: Facts): Advice {
  return {
    title: says`${endpoint} is a standalone server, and the seed list has other hosts beside it`,
    explanation: alike
      ? says`Several hosts in one connection string are members of one replica set, or routers of one cluster; here each is a server of its own. Node's driver uses whichever answers last, so the data may differ from one start to the next; other drivers drop them all and find none.`
      : says`Several hosts in one connection string are members of one replica set, or routers of one cluster. A driver that finds a standalone server among them drops it from its view and waits for the others until the selection timeout.`,
    steps: [
      says`If this server alone is meant: take the other hosts out of the connection string.`,
      says`If the hosts are meant to be one set: start each mongod with --replSet NAME (replication.replSetName in its configuration), then run rs.initiate() once in mongosh.`,
      says`If they are separate deployments: use a connection string, and a client, for each.`,
    ],
  }
}

function namedSet({ endpoint, mongos, direct }: Facts, wanted: string): Advice {
  return {
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
  }
}
