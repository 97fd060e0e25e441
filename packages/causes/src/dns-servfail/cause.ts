import { absent, defineCause, listed, says, sentence, together, unknown } from '@mongowhy/core'
import type { Advice, Cause, Citation, DnsSighting, Evidence, Inference, Phrase } from '@mongowhy/core'

import {
  asked,
  citeAnswer,
  endpointsOfNames,
  opinions,
  otherFamilyFound,
  pathLooks,
  question,
  systemResolvers,
  whom,
} from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'

interface Facts {
  readonly name: string
  readonly type: string
  readonly resolver: Phrase
  readonly server: string | null
  /** Resolvers that did answer the same question. */
  readonly answeredBy: readonly string[]
  /**
   * What the same resolver says where it is asked not to check the zone's signatures (CD, RFC 4035): `holds` is an answer,
   * so the signatures are what fails; null: that was not asked, or not answered.
   */
  readonly unchecked: 'holds' | 'fails-too' | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-servfail',
  title: 'The resolver fails (SERVFAIL)',
  scope: 'target',
  infer(evidence) {
    const looks = pathLooks(evidence)
    if (looks.length === 0) return unknown()
    const failing = looks.filter(({ saw }) => saw.outcome === 'servfail')
    const failed = failing.find((look) => !otherFamilyFound(look, looks)) ?? failing[0]
    if (failed !== undefined) {
      return present(evidence, failed, opinions(evidence, failed.saw.name, failed.saw.type))
    }
    const temporary = looks.find(({ saw }) => saw.outcome === 'temporary')
    if (temporary === undefined) {
      const answered = looks.filter(({ saw }) => saw.outcome === 'answer')
      return answered.length === 0 ? unknown() : absent(...answered.slice(0, 2).map(citeAnswer))
    }
    // The system's look-up has one word for a resolver that fails and one that is silent; a packet of ours tells.
    const { name, type } = temporary.saw
    const questions = systemResolvers(evidence)
      .slice(0, 1)
      .map((server) => ({ name, type, resolver: { server } }) as const)
    const missing = questions.filter((vary) => asked(evidence, vary) === 'unasked')
    if (missing.length > 0) return unknown(...missing.map(question))
    const told = questions
      .map((vary) => asked(evidence, vary))
      .find((each) => typeof each === 'object' && each.saw.outcome === 'servfail')
    return typeof told === 'object' ? present(evidence, told, []) : unknown()
  },
  advise: (facts) => (facts.unchecked === 'holds' ? signatures(facts) : failing(facts)),
})

/** The zone's signatures are what fails: the same resolver has the answer, and does not trust it. */
function signatures({ name, type, resolver, server }: Facts): Advice {
  return {
    title: says`DNS fails for ${name}: the signatures of its zone do not hold (DNSSEC)`,
    explanation: sentence(
      resolver,
      says`answers SERVFAIL for the ${type} record of ${name}, and has an answer as soon as it is asked not to check its signatures. So the zone's servers are reached, and what they say does not pass the check: signatures that are past their date, a DS record of a key that is no longer used, or a resolver whose clock is wrong.`,
    ),
    steps: [
      says`Whoever runs the zone of ${name} must mend its signatures; resolvers that check none do answer meanwhile, which is why it works elsewhere.`,
      says`See what fails: delv ${type} ${name}, or https://dnsviz.net for a public zone.`,
      says`If it is your own resolver: date -u on its machine; signatures hold for some days and weeks alone.`,
    ],
    operator: [
      says`DNSSEC of the zone of ${name}: DS at the parent against the DNSKEY, and the dates of the signatures.`,
      says`The clock and the trust anchor of the resolver ${server ?? 'in use'}.`,
    ],
  }
}

function failing({ name, type, resolver, server, answeredBy, unchecked }: Facts): Advice {
  return {
    title: says`DNS fails for ${name}: the resolver answers SERVFAIL`,
    explanation: sentence(
      resolver,
      says`could not find out the ${type} record of ${name}. SERVFAIL says nothing about whether the name exists: the resolver did not get an answer that it trusts, from the zone's own servers or from the resolver that it forwards to.`,
      answeredBy.length > 0
        ? together(
            says`Other resolvers do answer:`,
            listed(answeredBy),
            says`. So the fault is with this one.`,
          )
        : says``,
      unchecked === 'fails-too'
        ? says`It fails as well where it is asked not to check signatures, so its own check of DNSSEC is not the reason.`
        : says``,
    ),
    steps: [
      says`Try another resolver: dig ${type} ${name} @ADDRESS, or mongowhy --dns ADDRESS:53. If that answers, use it, or restart the forwarder at ${server ?? 'this machine'}.`,
      ...(unchecked === null
        ? [
            says`Tell a DNSSEC fault from the rest: dig +cd ${type} ${name}. An answer only with +cd means that the zone's signatures fail; whoever runs the zone must mend them.`,
          ]
        : []),
      says`If every resolver fails, the zone's own servers are down or misconfigured: tell whoever runs the domain.`,
    ],
    operator: [
      says`The zone of ${name}: that every name server of its delegation answers, by UDP and TCP.`,
      says`DNSSEC of the zone: DS at the parent against the DNSKEY, and the dates of the signatures (\`delv ${type} ${name}\`).`,
      says`The resolver ${server ?? 'in use'}: its log, and the resolvers that it forwards to.`,
    ],
  }
}

function present(evidence: Evidence, look: DnsLook, all: readonly DnsLook[]): Inference<Facts> {
  const others = all.filter(({ id, saw }) => id !== look.id && saw.outcome === 'answer')
  const { name, type } = look.saw
  // Only to a resolver with an address can the question be put our own way.
  const address =
    typeof look.ask.vary.resolver === 'object' ? look.ask.vary.resolver.server : systemResolvers(evidence)[0]
  const without =
    address === undefined
      ? null
      : ({ name, type, resolver: { server: address }, checkingDisabled: true } as const)
  const told = without === null ? 'given-up' : asked(evidence, without)
  const unchecked = typeof told === 'object' ? uncheckedIn(told.saw) : null
  const besides = typeof told === 'object' && unchecked !== null ? [citeUnchecked(told)] : []
  return {
    is: 'present',
    certainty: 'certain',
    bearing: otherFamilyFound(look, pathLooks(evidence)) ? 'advisory' : 'fault',
    concerns: endpointsOfNames(
      evidence,
      pathLooks(evidence).flatMap(({ saw }) =>
        saw.outcome === look.saw.outcome || saw.outcome === 'temporary' ? [saw.name] : [],
      ),
    ),
    facts: {
      name: look.saw.name,
      type: look.saw.type,
      resolver: whom(look),
      server: look.saw.server,
      answeredBy: others.flatMap(({ saw }) => saw.server ?? []),
      unchecked,
    },
    because: [citeAnswer(look), ...besides, ...others.map(citeAnswer)],
    missing: without !== null && told === 'unasked' ? [question(without)] : [],
  }
}

function uncheckedIn(saw: DnsSighting): Facts['unchecked'] {
  switch (saw.outcome) {
    case 'answer':
    case 'nodata':
    case 'nxdomain':
      return 'holds'
    case 'servfail':
      return 'fails-too'
    default:
      return null
  }
}

function citeUnchecked(look: DnsLook): Citation {
  const said = citeAnswer(look)
  return { ...said, says: together(said.says, says`when asked not to check signatures (CD)`) }
}
