import { absent, cite, defineCause, listed, says, seenBy, together, trialsOf, unknown } from '@mongowhy/core'
import type {
  Ask,
  AskOf,
  Cause,
  Citation,
  Endpoint,
  Evidence,
  HelloFacts,
  Inference,
  SeenLook,
} from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { answers, discovers, namedBy } from '../kit/members.ts'
import type { Answer } from '../kit/members.ts'
import { roundsAt, serversMet, takesTurns } from '../kit/rounds.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly address: string
  /** The servers that answered there, by the names that they have of themselves, or by their processes. */
  readonly servers: readonly string[]
  readonly routers: boolean
  readonly set: string | null
}

const experiment = 'same-server'
/** Beside the first answer: of three members taken at random, one and the same comes four times in a row one time in 27. */
const rounds = [1, 2, 3] as const

// NotWritablePrimary, NotPrimaryNoSecondaryOk, CursorNotFound.
const symptoms: readonly number[] = [10_107, 13_435, 43]

export const cause: Cause = defineCause<Facts>({
  code: 'wire-balanced-members',
  title: 'A balancer leads to another server with every connection',
  scope: 'target',
  refines: ['topology-write-to-secondary'],
  explains: ['topology-advertised-hosts', 'topology-split-horizon'],
  infer: (evidence) => {
    if (effective(evidence)?.loadBalanced !== false) return unknown()
    for (const answer of answers(evidence)) {
      const repeated = byRounds(evidence, answer)
      if (repeated !== null) return repeated
    }
    const doubtful = answers(evidence).filter(isDoubtful)
    const missing: Ask[] = []
    for (const answer of doubtful) {
      const looks = [answer.look, ...again(evidence, answer)]
      const servers = [...new Set(looks.flatMap((look) => serverIn(look) ?? []))]
      if (servers.length > 1) {
        const { endpoint, look } = answer
        return {
          is: 'present',
          certainty: 'certain',
          bearing: isFault(evidence, answer) ? 'fault' : 'advisory',
          facts: factsOf(answer, look.saw.address, servers),
          because: [
            cite(look, sayOf(servers[0] ?? '', 1)),
            ...looks.slice(1).map((each, index) => cite(each, sayOf(serverIn(each) ?? '', index + 2))),
          ],
          concerns: [endpoint],
        }
      }
      if (looks.length === 1) missing.push(...asksFor(answer))
    }
    if (missing.length > 0) return { ...unknown(...missing), worthKnowing: true }
    const [steady] = doubtful
    const first = steady ?? answers(evidence)[0]
    if (first === undefined) return unknown()
    return absent(
      cite(
        first.look,
        steady === undefined
          ? says`${first.endpoint} answers under the name that it has of itself`
          : says`every connection to ${first.endpoint} met the same server`,
      ),
    )
  },
  advise: ({ endpoint, address, servers, routers, set }) => ({
    title: routers
      ? says`Every connection to ${endpoint} may reach another router (mongos)`
      : says`Every connection to ${endpoint} may reach another member of the replica set`,
    explanation: together(
      says`Of a few connections to ${address}, the answers came from ${servers.length} servers`,
      together(says`(`, listed(servers.slice(0, 5)), says`).`),
      routers
        ? says`A balancer stands in front. Cursors, transactions and sessions belong to one router; a driver that takes all for one server asks the next for what the first has.`
        : says`A balancer stands in front. A driver must know which member it talks to: it takes the balancer for one server, and meets now the primary, now a secondary.`,
    ),
    steps: routers
      ? [
          says`List the routers themselves in the connection string, each by its own name, and let the driver choose.`,
          says`Or use load balancer mode: mongos with loadBalancerPort, the PROXY protocol, and loadBalanced=true in the connection string.`,
        ]
      : [
          says`Take the balancer away: list the members in the connection string, each by its own name, with replicaSet=${set ?? 'NAME'}. The driver balances and fails over by itself.`,
          says`In Kubernetes: a headless service with one name for each member, not a ClusterIP or LoadBalancer service in front of all.`,
          says`directConnection=true does not help here: it ties the driver to whichever member comes next.`,
        ],
    ...(routers
      ? {}
      : {
          operator: [
            says`The balancer or service under ${endpoint}: that each member has a name and a listener of its own (in Kubernetes a headless service).`,
            says`\`rs.conf().members\`: the hosts as clients must be able to reach them.`,
          ],
        }),
  }),
})

/** What a repetition shows at one address: one server, another, and the first again. A restart does not come back. */
function byRounds(evidence: Evidence, answer: Answer): Inference<Facts> | null {
  const { endpoint, hello } = answer
  if (hello.role !== 'mongos' && hello.setName === null) return null
  const rounds = roundsAt(evidence, endpoint).find((each) => takesTurns(serversMet(each)))
  const servers = rounds === undefined ? [] : [...new Set(serversMet(rounds))]
  const [first, ...rest] = servers.flatMap((server): readonly Citation[] => {
    const met = rounds?.passed.filter(({ saw }) => saw.server === server) ?? []
    const [look] = met
    return look === undefined
      ? []
      : [
          cite(
            look,
            says`${met.length} of ${rounds?.passed.length ?? 0} connections were answered by ${server}`,
          ),
        ]
  })
  if (rounds === undefined || first === undefined) return null
  return {
    is: 'present',
    certainty: 'certain',
    bearing: isFault(evidence, answer) ? 'fault' : 'advisory',
    facts: factsOf(answer, rounds.address, servers),
    because: [first, ...rest.slice(0, 4)],
    concerns: [endpoint],
  }
}

function factsOf({ endpoint, hello }: Answer, address: string, servers: readonly string[]): Facts {
  return { endpoint, address, servers, routers: hello.role === 'mongos', set: hello.setName }
}

/** A router, or a member that was met under a name that is none of its set's: a balancer may stand in front of either. */
function isDoubtful({ endpoint, hello }: Answer): boolean {
  if (hello.role === 'mongos') return true
  return hello.setName !== null && hello.me !== null && hello.me.toLowerCase() !== endpoint
}

function asksFor({ endpoint, look }: Answer): readonly Ask[] {
  const { address, transport } = look.saw
  return rounds.map((round): AskOf<'wire.hello'> => ({
    probe: 'wire.hello',
    endpoint,
    vary: { address, transport },
    trial: { experiment, arm: 'control', round },
  }))
}

function again(evidence: Evidence, { endpoint, look }: Answer): readonly SeenLook<'wire.hello'>[] {
  return trialsOf(evidence, experiment, 'wire.hello', endpoint)
    .filter((each) => each.status === 'seen')
    .filter(({ saw }) => saw.address === look.saw.address)
}

function serverIn({ saw }: SeenLook<'wire.hello'>): string | null {
  return saw.outcome.is === 'reply' ? identity(saw.outcome.hello) : null
}

/** By what a server is told from its fellows: its own name in the set, or its process. */
function identity({ me, topologyVersion }: HelloFacts): string | null {
  return me?.toLowerCase() ?? topologyVersion?.split(':')[0] ?? null
}

function sayOf(server: string, count: number): ReturnType<typeof says> {
  return says`connection ${count} was answered by ${server}`
}

function isFault(evidence: Evidence, answer: Answer): boolean {
  const driver = seenBy(evidence, 'driver.connect').some(({ saw }) => saw.outcome.is === 'failed')
  const refused = seenBy(evidence, 'ops.run').some(
    ({ saw }) => saw.outcome.is === 'failed' && symptoms.includes(saw.outcome.error.code ?? 0),
  )
  const members = namedBy(answer)
  // A driver that discovers goes on with the members' own names.
  const reached = answers(evidence).some(({ endpoint }) => members.includes(endpoint))
  const lost = discovers(evidence) && members.length > 0 && !reached
  return driver || refused || lost
}
