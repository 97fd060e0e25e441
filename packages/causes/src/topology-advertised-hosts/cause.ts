import { absent, cite, defineCause, endpointParts, isLoopback, says, together, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence } from '@mongowhy/core'

import { handshakes, seedList, transportOf } from '../kit/deployment.ts'
import { answersToDriver, discovers, namedBy, unreachable } from '../kit/members.ts'
import type { Answer } from '../kit/members.ts'
import { citeTcp } from '../kit/reach.ts'
import { answeredIn } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly by: Endpoint
  readonly set: string
  /** The very server that answered under its seed name calls itself so. */
  readonly itself: boolean
  readonly fails: Failure['by']
  readonly loopback: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'topology-advertised-hosts',
  title: 'The set names its members by addresses that do not lead there from here',
  scope: 'endpoint',
  explains: [
    'dns-host-missing',
    'dns-single-label',
    'tcp-refused',
    'tcp-filtered',
    'tcp-no-route',
    'tcp-some-members',
    'tcp-container-loopback',
    'topology-no-primary',
    'tls-server-is-plain',
  ],
  infer: (evidence, at) => {
    if (at === null || !discovers(evidence) || seedList(evidence).includes(at)) return unknown()
    const naming = answersToDriver(evidence).filter((answer) => namedBy(answer).includes(at))
    const [first] = naming
    if (first === undefined) return unknown()
    const reply = answeredIn(evidence, at, transportOf(evidence))
    if (reply !== undefined) return absent(cite(reply, says`${at} answers from here`))
    const itself = naming.find((answer) => answer.endpoint !== at && callsItself(answer, at))
    const why = unreachable(evidence, at) ?? (itself === undefined ? null : withoutTls(evidence, at, itself))
    if (why === null) return unknown()
    const loopback = isLoopback(endpointParts(at).host) && !isLoopback(hostOfAnswer(first))
    const unresolved = why.by === 'name'
    const namesWork = answersToDriver(evidence).some(({ endpoint }) => namedBy(first).includes(endpoint))
    const failed = citeFailure(why, at)
    // A member that is down, under names of which others answer, is a dead member and no more.
    if (itself === undefined && !loopback && !unresolved && namesWork) return absent(failed)
    const by = itself ?? first
    const named = itself === undefined ? says`it names ${at} as a member` : says`it calls itself ${at}`
    return {
      is: 'present',
      certainty: itself !== undefined || loopback || unresolved ? 'certain' : 'likely',
      bearing: usable(evidence, first) ? 'advisory' : 'fault',
      facts: {
        endpoint: at,
        by: by.endpoint,
        set: by.hello.setName ?? '',
        itself: itself !== undefined,
        fails: why.by,
        loopback,
      },
      because: [cite(by.look, named), failed],
    }
  },
  remedy: ({ by }) => ({ change: 'options', options: { directConnection: true }, seeds: [by] }),
  advise: ({ endpoint, by, set, itself, fails, loopback }) => ({
    title: together(
      says`The replica set names ${endpoint} as a member, which`,
      fails === 'name'
        ? says`does not resolve from here`
        : fails === 'connection'
          ? says`cannot be reached from here`
          : says`speaks no TLS, and ${by} does`,
    ),
    explanation: says`${by} answers${itself ? ', and it is the very server that calls itself so' : ''}. A driver takes the member list from that answer and goes on with those names alone, so it loses the server that it just met.${fails === 'tls' ? ' What ends TLS stands before the server (a balancer, a tunnel), and the names in the list lead past it.' : ''}${loopback ? ' A loopback address means another machine for every client.' : ''}`,
    steps: [
      says`If one server is all you need (a container, a tunnel, development): add directConnection=true to the connection string; then the names in the list are not used.`,
      says`For lasting use: give the members names that every client resolves. On the primary: cfg = rs.conf(); cfg.members[0].host = "NAME:PORT"; rs.reconfig(cfg). The set is ${set}.`,
      says`Clients inside and outside need different names: use horizons (split horizon DNS) in the set's configuration, with a certificate for each name.`,
      says`From this machine only: make the name resolve, by an entry in the hosts file or by the DNS server of that network (VPN).`,
    ],
    operator: [
      says`\`rs.conf().members\` of ${set}: host of each member, as every client must be able to resolve and reach it; ${endpoint} is not.`,
      says`\`rs.conf().members[n].horizons\`, where clients inside and outside need different names, and the certificates for these.`,
      says`The zone of these names, or the firewall before them.`,
    ],
    confirm: says`Connect with directConnection=true to ${by}: if that works, and rs.conf().members lists ${endpoint}, it is this.`,
  }),
})

type Failure = NonNullable<ReturnType<typeof unreachable>> | { readonly by: 'tls'; readonly look: HelloLook }
type HelloLook = Answer['look']

/** Whether an answer came from the member of this name: it says so, or it is the only member that there is. */
function callsItself({ hello, ...answer }: Answer, at: Endpoint): boolean {
  const members = namedBy({ hello, ...answer })
  const alone = hello.role === 'primary' && members.length === 1 && members[0] === at
  return hello.me?.toLowerCase() === at || (hello.me === null && alone)
}

/** Where TLS is asked for and the server that we met through it answers under its own name without. */
function withoutTls(evidence: Evidence, at: Endpoint, by: Answer): Failure | null {
  const plain = answeredIn(evidence, at, 'plain')
  const secure = handshakes(evidence, at).some(({ saw }) => saw.outcome.is === 'secure')
  return by.look.saw.transport === 'tls' && plain !== undefined && !secure ? { by: 'tls', look: plain } : null
}

function citeFailure(why: Failure, at: Endpoint): Citation {
  switch (why.by) {
    case 'name':
      return cite(why.look, says`the name ${why.look.saw.name} does not exist`)
    case 'connection':
      return citeTcp(why.look)
    case 'tls':
      return cite(why.look, says`${at} answers a hello without TLS, and no TLS hello`)
  }
}

function hostOfAnswer({ look }: Answer): string {
  return look.saw.address
}

/** Whether a primary answers under a name of the list: then the driver can use the set. */
function usable(evidence: Evidence, naming: Answer): boolean {
  const list = namedBy(naming)
  return answersToDriver(evidence).some(
    ({ endpoint, hello }) => hello.role === 'primary' && list.includes(endpoint),
  )
}
