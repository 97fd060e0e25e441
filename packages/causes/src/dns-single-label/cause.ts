import {
  absent,
  cite,
  defineCause,
  firstSeen,
  listed,
  says,
  sentence,
  together,
  unknown,
} from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { firstAnswer, uriOf } from '../kit/deployment.ts'
import { citeAnswer, endpointsOfNames, saysMissing, seedNames, whom } from '../kit/dns.ts'
import { bearingOfAll } from '../kit/reach.ts'

interface Facts {
  readonly names: readonly string[]
  readonly resolver: Phrase
  readonly container: boolean
  readonly searchDomains: readonly string[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-single-label',
  title: 'A name without a dot, which only its own network knows',
  scope: 'target',
  refines: ['dns-host-missing', 'dns-servfail', 'dns-resolver-refuses'],
  infer(evidence) {
    if (uriOf(evidence)?.scheme !== 'mongodb') return unknown()
    const names = seedNames(evidence).filter((name) => !name.includes('.'))
    const looks = names.map((name) => ({ name, look: firstAnswer(evidence, name, 'A') }))
    const unresolved = looks.flatMap(({ name, look }) => {
      const other = firstAnswer(evidence, name, 'AAAA')
      if (look === undefined || other === undefined) return []
      // Container engines' resolvers give a bare name that they do not know on, and then report a temporary failure.
      const fails = [look, other].every(({ saw }) => saysMissing(saw) || saw.outcome === 'temporary')
      return fails ? [{ name, look }] : []
    })
    const [first] = unresolved
    if (first === undefined) {
      const resolved = looks.flatMap(({ look }) => (look?.saw.outcome === 'answer' ? [citeAnswer(look)] : []))
      return resolved.length > 0 ? absent(...resolved) : unknown()
    }
    const machine = firstSeen(evidence, 'env.host')
    const concerns = endpointsOfNames(
      evidence,
      unresolved.map(({ name }) => name),
    )
    return {
      is: 'present',
      certainty: 'likely',
      bearing: concerns.length > 0 ? bearingOfAll(evidence, concerns) : 'fault',
      concerns,
      facts: {
        names: unresolved.map(({ name }) => name),
        resolver: whom(first.look),
        container: machine !== undefined && machine.saw.container !== null,
        searchDomains: machine?.saw.searchDomains ?? [],
      },
      because: [
        citeAnswer(first.look),
        ...(machine === undefined
          ? []
          : [
              cite(
                machine,
                machine.saw.searchDomains.length === 0
                  ? says`this machine has no search domain to complete the name with`
                  : together(
                      says`this machine completes names with`,
                      listed(machine.saw.searchDomains.slice(0, 4)),
                    ),
              ),
            ]),
      ],
    }
  },
  advise: ({ names, resolver, container, searchDomains }) => ({
    title: together(says`The name`, listed(names.slice(0, 4)), says`has no dot and is not known here`),
    explanation: sentence(
      resolver,
      says`has no address for`,
      listed(names.slice(0, 4)),
      says`. Names without a dot are names of one network: the service of a Compose project or a Kubernetes namespace, or a machine in a company's search domain. Outside that network they mean nothing.`,
      searchDomains.length > 0
        ? together(says`This machine also tried`, listed(searchDomains.slice(0, 4)), says`behind it.`)
        : says``,
    ),
    steps: [
      container
        ? says`Is ${names[0] ?? ''} the name of a service? Then this container must share a network with it: docker network inspect NETWORK lists who is in. In Kubernetes, from another namespace, write ${`${names[0] ?? ''}.NAMESPACE.svc.cluster.local`}.`
        : says`If ${names[0] ?? ''} is the service of a Compose or Kubernetes set-up: from outside use localhost and the published port (docker compose port ${names[0] ?? ''} 27017, or kubectl port-forward service/${names[0] ?? ''} 27017).`,
      says`If it is a machine of your company: write its full name with the domain, or add the search domain to this machine.`,
      says`Is it spelt as the service is? Compose uses the service's name, not that of the image or the container.`,
    ],
    confirm: says`Run getent hosts ${names[0] ?? ''} in a container of that network. An address there: the name is right, and this is the wrong place for it.`,
  }),
})
