import { absent, defineCause, listed, says, sentence, together, unknown } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { answersFor, horizonOf, isPrivateName } from '../kit/answers.ts'
import type { Answers } from '../kit/answers.ts'
import { citeAnswer, question, whom } from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'
import { bearingAt, citeTcp, reachOf } from '../kit/reach.ts'

interface Facts {
  readonly name: string
  readonly resolver: Phrase
  readonly addresses: readonly string[]
  readonly got: 'private' | 'public'
  /** Another resolver that sees the other side; null: the name alone says that it should be a private one. */
  readonly other: { readonly server: string; readonly addresses: readonly string[] } | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-split-horizon',
  title: 'The name leads to the address for another network',
  scope: 'target',
  explains: ['tcp-refused', 'tcp-filtered', 'tcp-no-route', 'tcp-private-path-broken', 'tcp-rejected'],
  infer(evidence) {
    const failing = answersFor(evidence, { failing: true })
    const unasked = failing.flatMap((answers) => answers.unasked)
    if (unasked.length > 0) return unknown(...unasked.map(question))
    const found = failing.flatMap(split)
    const [first] = found
    if (first === undefined) {
      const alike = failing.flatMap(({ others }) => others)
      return alike.length > 0 ? absent(...alike.slice(0, 2).map(({ look }) => citeAnswer(look))) : unknown()
    }
    const { answers, look, other } = first
    return {
      is: 'present',
      certainty: 'likely',
      bearing: bearingAt(evidence, answers.endpoint),
      concerns: found.map((each) => each.answers.endpoint),
      facts: {
        name: answers.name,
        resolver: whom(look),
        addresses: answers.addresses,
        got: horizonOf(answers.addresses) === 'private' ? 'private' : 'public',
        other: other === null ? null : { server: other.server, addresses: other.addresses },
      },
      because: [
        citeAnswer(look),
        ...(other === null ? [] : [citeAnswer(other.look)]),
        ...reachOf(evidence, answers.endpoint).looks.slice(0, 2).map(citeTcp),
      ],
    }
  },
  advise: ({ name, resolver, addresses, got, other }) => ({
    title:
      got === 'private'
        ? says`${name} leads to a private address from here, which this machine does not reach`
        : says`${name} leads to a public address from here, though it is meant for the inside of a network`,
    explanation: sentence(
      resolver,
      says`gave`,
      listed(addresses.slice(0, 4)),
      other === null
        ? says`. A name like this one belongs to a private endpoint or a peered network, where it has private addresses; the public one does not take connections.`
        : together(
            says`; the resolver ${other.server} gives`,
            listed(other.addresses.slice(0, 4)),
            says`. The zone has two faces, one for the inside of a network and one for the outside, and this machine was shown the one that does not fit where it stands.`,
          ),
    ),
    steps: [
      got === 'private'
        ? says`If this machine should reach the inside: connect the VPN, or the peering or private endpoint, and look at its routes. If not, use the connection string for the outside, and a resolver that shows it.`
        : says`Use the resolver of that network: link the private zone to this network, or forward its domain to the resolver inside.`,
      other === null
        ? says`Ask the resolver inside that network what it says: dig ${name} @ADDRESS, or mongowhy --dns ADDRESS:53.`
        : says`Try it with the other resolver: mongowhy --dns ${other.server}. If that connects, set it for this machine, or for this domain alone.`,
      says`In Atlas, Connect offers a string for each way: the plain one is public, -pri is for peering, -pl- for private endpoints. Take the one that fits the network of the application.`,
    ],
    operator: [
      says`Private zone of ${name}: which networks it is linked to, and whether the client's resolver forwards that domain to it.`,
      says`Connection string that was handed out: whether it is the one for the network of the client (public, peering, private endpoint).`,
    ],
    confirm: says`Run this with the other resolver first (--dns): if it connects, it was the wrong face of the zone.`,
  }),
})

interface Split {
  readonly answers: Answers
  /** The answer that the connection rests on. */
  readonly look: DnsLook
  readonly other: Answers['others'][number] | null
}

function split(answers: Answers): readonly Split[] {
  const look = answers.used.find(({ saw }) => saw.outcome === 'answer')
  if (look === undefined) return []
  const ours = horizonOf(answers.addresses)
  if (ours === 'mixed') return []
  const other = answers.others.find(({ addresses }) => {
    const theirs = horizonOf(addresses)
    return theirs !== 'mixed' && theirs !== ours
  })
  if (other !== undefined) return [{ answers, look, other }]
  return ours === 'public' && isPrivateName(answers.name) ? [{ answers, look, other: null }] : []
}
