import { absent, cite, defineCause, firstSeen, says, sentence, together, unknown } from '@mongowhy/core'
import type { Cause, Evidence, Inference, Phrase } from '@mongowhy/core'

import {
  asked,
  citeAnswer,
  endpointsOfNames,
  pathLooks,
  question,
  saysMissing,
  systemResolvers,
  whom,
} from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'
import { aside, metAside } from '../kit/trial.ts'

interface Facts {
  readonly name: string
  readonly type: string
  readonly resolver: Phrase
  /** `over`: it answers now. `no-resolver`: the system is set to none. `lasting`: the system still says so. */
  readonly how: 'over' | 'no-resolver' | 'lasting'
  readonly container: boolean
}

const experiment = 'again'

export const cause: Cause = defineCause<Facts>({
  code: 'dns-temporary',
  title: 'The name could not be looked up for the moment',
  scope: 'target',
  refines: ['dns-servfail', 'dns-srv-dropped', 'dns-resolver-refuses'],
  infer(evidence) {
    const looks = pathLooks(evidence)
    const failed = looks.find(({ saw }) => isPassing(saw.outcome))
    if (failed === undefined) {
      const answered = looks.filter(({ saw }) => saw.outcome === 'answer' || saysMissing(saw))
      return answered.length === 0 ? unknown() : absent(...answered.slice(0, 2).map(citeAnswer))
    }
    const again = secondTime(evidence, failed)
    if (again === undefined) return unknown(aside(experiment, 'dns.query', null, failed.ask.vary))
    if (again !== null && (again.saw.outcome === 'answer' || saysMissing(again.saw))) {
      return present(evidence, failed, 'over', again)
    }
    // What fails twice by a resolver's own word is no passing thing, and other causes have names for it.
    if (failed.saw.outcome === 'temporary') return bySystem(evidence, failed, again)
    return again === null ? unknown() : absent(citeAnswer(again))
  },
  advise: ({ name, type, resolver, how, container }) => ({
    title:
      how === 'no-resolver'
        ? says`This system is set to no DNS server at all, so ${name} cannot be looked up`
        : how === 'over'
          ? says`DNS failed for ${name}, and answered when it was asked again`
          : says`The system cannot look up ${name} for now (EAI_AGAIN)`,
    explanation: together(
      how === 'over'
        ? sentence(
            resolver,
            says`failed on the ${type} question the first time and had an answer a moment later. Resolvers do so while they start, when they lose an answer of their own, and under load; a driver that meets the first answer reports a failure.`,
          )
        : says`The look-up ended with "temporary failure in name resolution". That says that no resolver gave an answer, not that the name is wrong.`,
      how === 'no-resolver' ? says`Its list of resolvers (/etc/resolv.conf) is empty.` : says``,
    ),
    steps: [
      how === 'over'
        ? says`Ask a few dozen times, dig ${name} ${type}, and each resolver of /etc/resolv.conf by itself (dig @ADDRESS): how often does it fail, and does one of them fail alone?`
        : says`Look at who is to be asked: cat /etc/resolv.conf, resolvectl status; and ask by hand: dig ${name}.`,
      container
        ? says`In a container: does it start before its network is up? Give it a resolver (docker run --dns ADDRESS); in Kubernetes look at CoreDNS: kubectl -n kube-system logs -l k8s-app=kube-dns.`
        : says`After a change of network, VPN or sleep the list of resolvers may be stale: reconnect, or restart the network service.`,
      says`Let the application try again with growing pauses when it starts; a driver does so by itself once it is connected.`,
    ],
    ...(how === 'lasting'
      ? { confirm: says`dig ${name} @ADDRESS for each resolver in /etc/resolv.conf: which of them answers?` }
      : {}),
  }),
})

function isPassing(outcome: string): boolean {
  return outcome === 'servfail' || outcome === 'timeout' || outcome === 'temporary'
}

/** undefined: not asked yet; null: asked in vain. */
function secondTime(evidence: Evidence, { saw }: DnsLook): DnsLook | null | undefined {
  return metAside(
    evidence,
    experiment,
    'dns.query',
    null,
    ({ name, type }) => name === saw.name && type === saw.type,
  )
}

/** getaddrinfo has one word for several faults; a resolver that can be asked itself tells which it is. */
function bySystem(evidence: Evidence, failed: DnsLook, again: DnsLook | null): Inference<Facts> {
  const { name, type } = failed.saw
  // Container engines say the same of a bare name that nobody knows.
  if (!name.includes('.')) return unknown()
  const machine = firstSeen(evidence, 'env.host')
  if (machine?.saw.systemResolvers?.length === 0 && evidence.options.resolvers.length === 0) {
    const inference = present(evidence, failed, 'no-resolver', again)
    return inference.is === 'present'
      ? {
          ...inference,
          because: [...inference.because, cite(machine, says`the system is set to no resolver`)],
        }
      : inference
  }
  const questions = systemResolvers(evidence)
    .slice(0, 1)
    .map((server) => ({ name, type, resolver: { server } }) as const)
  const missing = questions.filter((vary) => asked(evidence, vary) === 'unasked')
  if (missing.length > 0) return unknown(...missing.map(question))
  const told = questions.map((vary) => asked(evidence, vary)).find((each) => typeof each === 'object')
  // Whatever a resolver says for itself has a name of its own.
  return typeof told === 'object' && told.saw.outcome !== 'answer'
    ? absent(citeAnswer(told))
    : present(evidence, failed, 'lasting', typeof told === 'object' ? told : again)
}

function present(
  evidence: Evidence,
  failed: DnsLook,
  how: Facts['how'],
  other: DnsLook | null,
): Inference<Facts> {
  const container = firstSeen(evidence, 'env.host')?.saw.container ?? null
  return {
    is: 'present',
    certainty: how === 'lasting' ? 'likely' : 'certain',
    bearing: 'fault',
    concerns: endpointsOfNames(
      evidence,
      pathLooks(evidence).flatMap(({ saw }) => (saw.outcome === failed.saw.outcome ? [saw.name] : [])),
    ),
    facts: {
      name: failed.saw.name,
      type: failed.saw.type,
      resolver: whom(failed),
      how,
      container: container !== null,
    },
    because: [citeAnswer(failed), ...(other === null ? [] : [citeAnswer(other)])],
  }
}
