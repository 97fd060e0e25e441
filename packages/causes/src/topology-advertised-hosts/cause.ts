import { absent, cite, defineCause, endpointParts, isLoopback, says, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence } from '@mongowhy/core'

import { answered, seedList } from '../kit/deployment.ts'
import { answers, discovers, namedBy, unreachable } from '../kit/members.ts'
import type { Answer } from '../kit/members.ts'
import { citeTcp } from '../kit/reach.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly by: Endpoint
  readonly set: string
  /** The very server that answered under its seed name calls itself so. */
  readonly itself: boolean
  readonly unresolved: boolean
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
  ],
  infer: (evidence, at) => {
    if (at === null || !discovers(evidence) || seedList(evidence).includes(at)) return unknown()
    const naming = answers(evidence).filter((answer) => namedBy(answer).includes(at))
    const [first] = naming
    if (first === undefined) return unknown()
    const reply = answered(evidence, at)
    if (reply !== undefined) return absent(cite(reply.look, says`${at} answers from here`))
    const why = unreachable(evidence, at)
    if (why === null) return unknown()
    const itself = naming.find(({ hello, endpoint }) => hello.me?.toLowerCase() === at && endpoint !== at)
    const loopback = isLoopback(endpointParts(at).host) && !isLoopback(hostOfAnswer(first))
    const unresolved = why.by === 'name'
    const namesWork = answers(evidence).some(({ endpoint }) => namedBy(first).includes(endpoint))
    const failed: Citation =
      why.by === 'name'
        ? cite(why.look, says`the name ${why.look.saw.name} does not exist`)
        : citeTcp(why.look)
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
        unresolved,
        loopback,
      },
      because: [cite(by.look, named), failed],
    }
  },
  remedy: ({ by }) => ({ change: 'options', options: { directConnection: true }, seeds: [by] }),
  advise: ({ endpoint, by, set, itself, unresolved, loopback }) => ({
    title: says`The replica set names ${endpoint} as a member, which ${unresolved ? 'does not resolve' : 'cannot be reached'} from here`,
    explanation: says`${by} answers${itself ? ', and it is the very server that calls itself so' : ''}. A driver takes the member list from that answer and goes on with those names alone, so it loses the server that it just met.${loopback ? ' A loopback address means another machine for every client.' : ''}`,
    steps: [
      says`If one server is all you need (a container, a tunnel, development): add directConnection=true to the connection string; then the names in the list are not used.`,
      says`For lasting use: give the members names that every client resolves. On the primary: cfg = rs.conf(); cfg.members[0].host = "NAME:PORT"; rs.reconfig(cfg). The set is ${set}.`,
      says`Clients inside and outside need different names: use horizons (split horizon DNS) in the set's configuration, with a certificate for each name.`,
      says`From this machine only: make the name resolve, by an entry in the hosts file or by the DNS server of that network (VPN).`,
    ],
    confirm: says`Connect with directConnection=true to ${by}: if that works, and rs.conf().members lists ${endpoint}, it is this.`,
  }),
})

function hostOfAnswer({ look }: Answer): string {
  return look.saw.address
}

/** Whether a primary answers under a name of the list: then the driver can use the set. */
function usable(evidence: Evidence, naming: Answer): boolean {
  const list = namedBy(naming)
  return answers(evidence).some(({ endpoint, hello }) => hello.role === 'primary' && list.includes(endpoint))
}
