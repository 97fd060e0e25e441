import {
  absent,
  cite,
  defineCause,
  endpointParts,
  isLoopback,
  listed,
  says,
  seenBy,
  together,
  trialsOf,
  unknown,
} from '@mongowhy/core'
import type { Ask, Cause, Citation, Endpoint, Evidence } from '@mongowhy/core'

import { seedList } from '../kit/deployment.ts'
import { answers, discovers, namedBy, unreachable } from '../kit/members.ts'
import type { Answer } from '../kit/members.ts'
import { citeTcp } from '../kit/reach.ts'
import { aside } from '../kit/trial.ts'

interface Facts {
  readonly local: Endpoint
  readonly named: readonly Endpoint[]
  readonly roundTripMs: number
}

const experiment = 'how-far'
const rounds = [1, 2, 3, 4] as const

// A server on this machine answers a hello within a millisecond or two; one that never does better than this is elsewhere,
// although the connection to a loopback address ends on this machine. Nearer tunnels are left to the general cause.
const furtherMs = 15

// On a machine that is busy everything takes long, opening a loopback port as well; then a long answer shows nothing.
const timesTheOpening = 3

// A distance is in every answer alike; what a busy server adds is now more, now less. The three quickest decide, so that
// a network that is unsteady now and then is told from a machine that is busy all the time.
const quickest = 3
const timesTheShortest = 1.2

export const cause: Cause = defineCause<Facts>({
  code: 'proxy-tunnel-discovery',
  title: 'A tunnel leads to one member, and the driver leaves it for the others',
  scope: 'target',
  refines: ['topology-advertised-hosts'],
  explains: [
    'dns-host-missing',
    'dns-single-label',
    'tcp-refused',
    'tcp-filtered',
    'tcp-no-route',
    'tcp-some-members',
    'topology-no-primary',
  ],
  infer(evidence) {
    const seeds = seedList(evidence)
    if (!discovers(evidence) || seeds.length === 0) return unknown()
    const local = answers(evidence).filter(
      ({ endpoint }) => seeds.includes(endpoint) && isLoopback(endpointParts(endpoint).host),
    )
    const [first] = local
    if (first === undefined) return unknown()
    const named = namedBy(first).filter((endpoint) => !seeds.includes(endpoint))
    const [lost] = named.flatMap((endpoint) => unreachableAt(evidence, endpoint))
    if (lost === undefined || named.some((endpoint) => isLoopback(endpointParts(endpoint).host))) {
      return absent(
        cite(first.look, says`${first.endpoint} names no member that cannot be reached from here`),
      )
    }
    const missing = rounds
      .filter((round) => !wasMade(evidence, first, round))
      .map((round) => again(first, round))
    if (missing.length > 0) return unknown(...missing)
    const times = roundTrips(evidence, first)
    const [shortest, steady] = [times[0], times[quickest - 1]]
    if (shortest === undefined || steady === undefined) return unknown()
    const said = cite(first.look, says`its answers took ${rounded(shortest)} ms at the least`)
    if (shortest < furtherMs) return absent(said)
    if (shortest < timesTheOpening * opening(evidence, first)) return unknown()
    if (steady > timesTheShortest * shortest) return unknown()
    return {
      is: 'present',
      certainty: 'likely',
      bearing: 'fault',
      facts: { local: first.endpoint, named: named.slice(0, 4), roundTripMs: shortest },
      because: [
        said,
        cite(first.look, together(says`it names`, listed(named.slice(0, 4)), says`as members`)),
        lost,
      ],
    }
  },
  advise: ({ local, named, roundTripMs }) => ({
    title: says`The tunnel at ${local} leads to one member, and the driver goes on to the names that the set gives`,
    explanation: together(
      says`${local} is a port of this machine, and what answers there is ${rounded(roundTripMs)} ms away: a tunnel or a forwarded port (ssh -L, kubectl port-forward, a bastion). The member behind it names`,
      listed(named),
      says`as the set; a driver takes that list and leaves the tunnel, and those names lead nowhere from here.`,
    ),
    steps: [
      says`Add directConnection=true to the connection string: the driver then stays with the member behind the tunnel. For writes it must be the primary.`,
      says`For the whole set: one tunnel for each member, each on its own loopback address, with the set's names for them in the hosts file and the same ports.`,
      says`Or a SOCKS5 tunnel, through which names are looked up on the far side: ssh -N -D 1080 USER@GATEWAY, and proxyHost=localhost&proxyPort=1080 with the set's own names in the string.`,
    ],
    operator: [
      says`\`rs.conf().members\`: the names that the set hands out, and from which networks they can be resolved and reached.`,
      says`What the tunnel ends at (bastion, service, pod): that it leads to this member, and whether a SOCKS5 proxy is offered there beside it.`,
    ],
    confirm: says`ss -ltnp | grep :${local.replace(/^.*:/, '')} names the program that listens there: ssh, kubectl or another that forwards settles it.`,
  }),
})

function unreachableAt(evidence: Evidence, endpoint: Endpoint): readonly Citation[] {
  const why = unreachable(evidence, endpoint)
  if (why === null) return []
  return [
    why.by === 'name'
      ? cite(why.look, says`the name ${why.look.saw.name} does not exist here`)
      : citeTcp(why.look),
  ]
}

function again({ endpoint, look }: Answer, round: number): Ask {
  const { address, transport } = look.saw
  return aside(experiment, 'wire.hello', endpoint, { address, transport }, round)
}

function wasMade(evidence: Evidence, { endpoint }: Answer, round: number): boolean {
  return trialsOf(evidence, experiment, 'wire.hello', endpoint).some(({ ask }) => ask.trial?.round === round)
}

/** What the answers took, the shortest first: a machine that is busy makes them longer, and never shorter. Milliseconds. */
function roundTrips(evidence: Evidence, { endpoint, look }: Answer): readonly number[] {
  const trials = trialsOf(evidence, experiment, 'wire.hello', endpoint).flatMap((trial) =>
    trial.status === 'seen' ? [trial.saw.roundTripMs] : [],
  )
  const builds = seenBy(evidence, 'wire.build', endpoint).map(({ tookMs }) => tookMs)
  return [look.saw.roundTripMs, ...trials, ...builds]
    .filter((ms) => ms !== null)
    .toSorted((one, other) => one - other)
}

/** How long the port itself took to open, which is this machine's doing alone. Milliseconds. */
function opening(evidence: Evidence, { endpoint }: Answer): number {
  const times = seenBy(evidence, 'tcp.connect', endpoint).flatMap(({ saw: { outcome } }) =>
    outcome.is === 'open' ? [outcome.roundTripMs] : [],
  )
  return times.length === 0 ? 0 : Math.min(...times)
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10
}
