import { absent, defineCause, listed, says, sentence, unknown } from '@mongowhy/core'
import type { Cause, Evidence, Phrase } from '@mongowhy/core'

import { answersFor, apartFrom, horizonOf } from '../kit/answers.ts'
import type { Answers } from '../kit/answers.ts'
import { citeAnswer, question, whom } from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'
import { bearingAt, citeTcp, reachOf } from '../kit/reach.ts'
import type { TcpLook } from '../kit/reach.ts'
import { aside, metAside } from '../kit/trial.ts'

interface Facts {
  readonly name: string
  readonly resolver: Phrase
  readonly addresses: readonly string[]
  readonly server: string
  readonly fresh: string
}

const experiment = 'other-answer'

export const cause: Cause = defineCause<Facts>({
  code: 'dns-stale',
  title: 'The resolver still gives an old address',
  scope: 'target',
  explains: ['tcp-refused', 'tcp-filtered', 'tcp-no-route', 'tcp-some-members', 'tcp-rejected'],
  infer(evidence) {
    const failing = answersFor(evidence, { failing: true })
    const unasked = failing.flatMap((answers) => answers.unasked)
    if (unasked.length > 0) return unknown(...unasked.map(question))
    const differing = failing.flatMap(differ)
    if (differing.length === 0) {
      const alike = failing.flatMap(({ others }) => others)
      return alike.length > 0 ? absent(...alike.slice(0, 2).map(({ look }) => citeAnswer(look))) : unknown()
    }
    const tried = differing.map((each) => ({ ...each, met: metAt(evidence, each) }))
    const missing = tried.flatMap(({ met, answers, address }) =>
      met === undefined ? [aside(experiment, 'tcp.connect', answers.endpoint, { address })] : [],
    )
    if (missing.length > 0) return unknown(...missing)
    const [first] = tried.filter(({ met }) => met?.saw.outcome.is === 'open')
    if (first === undefined || first.met === undefined || first.met === null) {
      return absent(...tried.flatMap(({ met }) => (met === null || met === undefined ? [] : [citeTcp(met)])))
    }
    const { answers, look, other, address, met } = first
    return {
      is: 'present',
      // A name whose addresses change from answer to answer, one of them dead, looks the same.
      certainty: 'likely',
      bearing: bearingAt(evidence, answers.endpoint),
      concerns: [answers.endpoint],
      facts: {
        name: answers.name,
        resolver: whom(look),
        addresses: answers.addresses,
        server: other.server,
        fresh: address,
      },
      because: [
        citeAnswer(look),
        ...reachOf(evidence, answers.endpoint).looks.slice(0, 2).map(citeTcp),
        citeAnswer(other.look),
        citeTcp(met),
      ],
    }
  },
  advise: ({ name, resolver, addresses, server, fresh }) => ({
    title: says`${name} leads to an address from here where the server no longer is; another resolver knows ${fresh}`,
    explanation: sentence(
      resolver,
      says`gave`,
      listed(addresses.slice(0, 4)),
      says`, where no connection is taken. The resolver ${server} gives ${fresh}, and there one is. After a move of the server, a restore or a change of tier, resolvers keep the old address as long as the record allowed, and some longer.`,
    ),
    steps: [
      says`Ask the zone's own servers which address is right: dig +trace ${name}.`,
      says`Empty the caches on the way: resolvectl flush-caches, sudo killall -HUP mDNSResponder (macOS), ipconfig /flushdns (Windows); restart a local forwarder.`,
      says`Programs have caches too: Java keeps addresses for ever with a security manager (networkaddress.cache.ttl), nginx and HAProxy resolve at start. Restart them.`,
      says`Until then: mongowhy --dns ${server}, or that resolver for this machine.`,
    ],
    confirm: says`Run it again when the record's time to live has passed (dig shows it): if the answer has changed by itself, it was an old one; if the answers go to and fro, the name has several addresses, and one is dead.`,
  }),
})

interface Difference {
  readonly answers: Answers
  readonly look: DnsLook
  readonly other: Answers['others'][number]
  readonly address: string
}

/** Another resolver gives other addresses of the same side. */
function differ(answers: Answers): readonly Difference[] {
  const look = answers.used.find(({ saw }) => saw.outcome === 'answer')
  const ours = horizonOf(answers.addresses)
  const other = answers.others.find(
    ({ addresses }) => apartFrom(answers.addresses, addresses) && horizonOf(addresses) === ours,
  )
  const [address] = other?.addresses ?? []
  return look === undefined || other === undefined || address === undefined
    ? []
    : [{ answers, look, other, address }]
}

/** undefined: not tried yet; null: tried in vain. */
function metAt(evidence: Evidence, { answers, address }: Difference): TcpLook | null | undefined {
  return metAside(evidence, experiment, 'tcp.connect', answers.endpoint, (vary) => vary.address === address)
}
