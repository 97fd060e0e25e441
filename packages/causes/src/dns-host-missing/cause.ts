import { absent, defineCause, listed, says, sentence, together, unknown } from '@mongowhy/core'
import type { Cause, Certainty, Evidence, Inference, Phrase } from '@mongowhy/core'

import { firstAnswer, seedList, uriOf } from '../kit/deployment.ts'
import {
  asked,
  citeAnswer,
  endpointsOfNames,
  question,
  saysMissing,
  seedNames,
  systemResolvers,
  whom,
} from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'
import { bearingOfAll } from '../kit/reach.ts'

interface Facts {
  readonly missing: readonly string[]
  readonly others: number
  readonly resolver: Phrase
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-host-missing',
  title: 'The host does not exist',
  scope: 'target',
  infer(evidence) {
    const uri = uriOf(evidence)
    if (uri === undefined || uri.scheme !== 'mongodb') return unknown()
    const names = seedNames(evidence).map((name) => ({ name, looks: answersFor(evidence, name) }))
    const missing = names.filter(
      ({ looks }) => looks.length === 2 && looks.every(({ saw }) => saysMissing(saw)),
    )
    const found = names.filter(({ looks }) => looks.some(({ saw }) => saw.outcome === 'answer'))
    const [first] = missing
    if (first === undefined) {
      return found.length > 0 && found.length === names.length
        ? absent(...found.flatMap(({ looks }) => looks.slice(0, 1).map(citeAnswer)))
        : unknown()
    }
    return judge(evidence, missing, seedList(evidence).length - missing.length)
  },
  advise: ({ missing, others, resolver }) => ({
    title:
      missing.length === 1
        ? says`The host ${missing[0] ?? ''} does not exist`
        : together(says`These hosts do not exist:`, listed(missing.slice(0, 4))),
    explanation: sentence(
      resolver,
      says`has no address for`,
      listed(missing.slice(0, 4)),
      others > 0
        ? says`, neither IPv4 nor IPv6. The seed list has ${others} more, by which the set may still be found.`
        : says`, neither IPv4 nor IPv6. No connection was tried, since there is nothing to connect to.`,
    ),
    steps: [
      says`Compare the name letter by letter with the one that whoever runs the server gave you: a letter swapped or missing is the usual reason.`,
      says`If it is right, ask whether it was removed or renamed, or whether it exists only in another network (a VPN, a cluster, a private zone): run this from there.`,
      says`A name of this machine's own can be put into /etc/hosts, or given for one run: mongowhy --resolve ${`${missing[0] ?? 'HOST'}:27017:ADDRESS`}.`,
    ],
    operator: [
      says`The zone of ${missing[0] ?? ''}: an A or AAAA record of that name at the authoritative servers, and when it went.`,
      says`Private zones and VPN resolvers: whether the name is meant for another network than the client's.`,
    ],
    confirm: says`dig A ${missing[0] ?? ''} from another network or with another resolver: the same NXDOMAIN means that the name is wrong or gone.`,
  }),
})

function judge(
  evidence: Evidence,
  missing: readonly { readonly name: string; readonly looks: readonly DnsLook[] }[],
  others: number,
): Inference<Facts> {
  const looks = missing.flatMap((each) => each.looks.slice(0, 1))
  const [first] = looks
  if (first === undefined) return unknown()
  const { resolver } = first.ask.vary
  const { name } = first.saw
  // A name with an SRV record is no missing host: the scheme is wrong then.
  const srv = {
    name: `_mongodb._tcp.${name}`,
    type: 'SRV',
    resolver: resolver === 'system' ? 'runtime' : resolver,
  } as const
  const second = systemResolvers(evidence)
    .slice(0, 2)
    .map((server) => ({ name, type: 'A', resolver: { server } }) as const)
  const unasked = [srv, ...second].filter((vary) => asked(evidence, vary) === 'unasked')
  if (unasked.length > 0) return unknown(...unasked.map(question))
  const seedRecord = asked(evidence, srv)
  if (typeof seedRecord === 'object' && seedRecord.saw.outcome === 'answer')
    return absent(citeAnswer(seedRecord))
  const concerns = endpointsOfNames(
    evidence,
    missing.map((each) => each.name),
  )
  const opinions = second.map((vary) => asked(evidence, vary)).filter((each) => typeof each === 'object')
  const agreeing = opinions.filter(({ saw }) => saysMissing(saw))
  return {
    is: 'present',
    certainty: certaintyOf(evidence, opinions, agreeing),
    bearing: others > 0 ? bearingOfAll(evidence, concerns) : 'fault',
    concerns,
    facts: { missing: missing.map((each) => each.name), others, resolver: whom(first) },
    because: [citeAnswer(first), ...looks.slice(1, 4).map(citeAnswer), ...opinions.map(citeAnswer)],
  }
}

function certaintyOf(
  evidence: Evidence,
  opinions: readonly DnsLook[],
  agreeing: readonly DnsLook[],
): Certainty {
  if (opinions.some(({ saw }) => saw.outcome === 'answer')) return 'possible'
  return evidence.options.resolvers.length > 0 || agreeing.length > 1 ? 'certain' : 'likely'
}

function answersFor(evidence: Evidence, name: string): readonly DnsLook[] {
  return (['A', 'AAAA'] as const).flatMap((type) => firstAnswer(evidence, name, type) ?? [])
}
