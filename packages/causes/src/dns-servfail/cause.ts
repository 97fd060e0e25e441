import { absent, defineCause, listed, says, sentence, together, unknown } from '@mongowhy/core'
import type { Cause, Inference, Phrase } from '@mongowhy/core'

import { asked, citeAnswer, opinions, pathLooks, question, systemResolvers, whom } from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'

interface Facts {
  readonly name: string
  readonly type: string
  readonly resolver: Phrase
  readonly server: string | null
  /** Resolvers that did answer the same question. */
  readonly answeredBy: readonly string[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-servfail',
  title: 'The resolver fails (SERVFAIL)',
  scope: 'target',
  infer(evidence) {
    const looks = pathLooks(evidence)
    if (looks.length === 0) return unknown()
    const failed = looks.find(({ saw }) => saw.outcome === 'servfail')
    if (failed !== undefined) return present(failed, opinions(evidence, failed.saw.name, failed.saw.type))
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
    return typeof told === 'object' ? present(told, []) : unknown()
  },
  advise: ({ name, type, resolver, server, answeredBy }) => ({
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
    ),
    steps: [
      says`Try another resolver: dig ${type} ${name} @ADDRESS, or mongowhy --dns ADDRESS:53. If that answers, use it, or restart the forwarder at ${server ?? 'this machine'}.`,
      says`Tell a DNSSEC fault from the rest: dig +cd ${type} ${name}. An answer only with +cd means that the zone's signatures fail; whoever runs the zone must mend them.`,
      says`If every resolver fails, the zone's own servers are down or misconfigured: tell whoever runs the domain.`,
    ],
    operator: [
      says`The zone of ${name}: that every name server of its delegation answers, by UDP and TCP.`,
      says`DNSSEC of the zone: DS at the parent against the DNSKEY, and the dates of the signatures (\`delv ${type} ${name}\`).`,
      says`The resolver ${server ?? 'in use'}: its log, and the resolvers that it forwards to.`,
    ],
  }),
})

function present(look: DnsLook, all: readonly DnsLook[]): Inference<Facts> {
  const others = all.filter(({ id, saw }) => id !== look.id && saw.outcome === 'answer')
  return {
    is: 'present',
    certainty: 'certain',
    bearing: 'fault',
    facts: {
      name: look.saw.name,
      type: look.saw.type,
      resolver: whom(look),
      server: look.saw.server,
      answeredBy: others.flatMap(({ saw }) => saw.server ?? []),
    },
    because: [citeAnswer(look), ...others.map(citeAnswer)],
  }
}
