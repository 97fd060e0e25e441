import { absent, cite, defineCause, firstSeen, says, together, unknown } from '@mongowhy/core'
import type { Cause, Citation, Evidence, Inference, Phrase } from '@mongowhy/core'

import { answered, firstAnswer, seedList, uriOf } from '../kit/deployment.ts'
import { citeAnswer, saysMissing, srvLook } from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'

type Kind = 'compose' | 'kubernetes' | 'container-host'

interface Facts {
  readonly name: string
  readonly kind: Kind
  readonly container: string | null
  readonly file: string | null
  /** A port at which the service is published, by its number outside. */
  readonly published: number | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-service-name',
  title: 'The name of a service is used outside of its network',
  scope: 'target',
  refines: [
    'dns-single-label',
    'dns-host-missing',
    'dns-srv-name-missing',
    'dns-servfail',
    'dns-resolver-refuses',
    'dns-temporary',
  ],
  infer(evidence) {
    const names =
      uriOf(evidence)?.hosts.flatMap(({ host, kind }) => (kind === 'name' ? [host.toLowerCase()] : [])) ?? []
    const services = names.flatMap((name) => known(evidence, name))
    const [unresolved] = services.flatMap((service) => {
      const look = missing(evidence, service.facts.name)
      return look === undefined ? [] : [{ ...service, look }]
    })
    if (unresolved !== undefined) return present(evidence, unresolved)
    const found = names.flatMap((name) => {
      const look = firstAnswer(evidence, name, 'A')
      return look?.saw.outcome === 'answer' ? [citeAnswer(look)] : []
    })
    return found.length > 0 ? absent(...found.slice(0, 2)) : unknown()
  },
  advise: (facts) => ({
    title: title(facts),
    explanation: explanation(facts),
    steps: steps(facts),
  }),
})

interface Service {
  readonly facts: Facts
  readonly says: readonly Citation[]
}

/** What shows that a name belongs to a network of services: a Compose file of this folder, or its very form. */
function known(evidence: Evidence, name: string): readonly Service[] {
  const container = firstSeen(evidence, 'env.host')?.saw.container ?? null
  const project = firstSeen(evidence, 'env.project')
  const service = project?.saw.services.find((each) => each.name.toLowerCase() === name)
  if (project !== undefined && service !== undefined) {
    const said = cite(project, says`${service.file} of this folder has a service ${service.name}`)
    const published = service.published[0]?.outside ?? null
    return [{ facts: { name, kind: 'compose', container, file: service.file, published }, says: [said] }]
  }
  const base = { name, container, file: null, published: null }
  // Inside of a cluster such a name that does not resolve is a service that is not there.
  if (/\.svc(?:\.cluster\.local)?$/.test(name) && container !== 'kubernetes') {
    return [{ facts: { ...base, kind: 'kubernetes' }, says: [] }]
  }
  return /^(?:host|gateway|kubernetes)\.docker\.internal$|^host\.containers\.internal$|^host\.minikube\.internal$/.test(
    name,
  )
    ? [{ facts: { ...base, kind: 'container-host' }, says: [] }]
    : []
}

/** The look by which the name has no address here; undefined where it has one, or was not looked up. */
function missing(evidence: Evidence, name: string): DnsLook | undefined {
  if (uriOf(evidence)?.scheme === 'mongodb+srv') {
    const srv = srvLook(evidence)
    return srv !== undefined && saysMissing(srv.saw) ? srv : undefined
  }
  const looks = (['A', 'AAAA'] as const).flatMap((type) => firstAnswer(evidence, name, type) ?? [])
  const gone = looks.length === 2 && looks.every(({ saw }) => saysMissing(saw) || saw.outcome === 'temporary')
  return gone ? looks[0] : undefined
}

function present(evidence: Evidence, service: Service & { readonly look: DnsLook }): Inference<Facts> {
  const { facts, look } = service
  const rest = seedList(evidence).length > 1 && answered(evidence, null) !== undefined
  return {
    is: 'present',
    // In a container it may be another network than the file's.
    certainty: facts.kind === 'compose' && facts.container !== null ? 'likely' : 'certain',
    bearing: rest ? 'advisory' : 'fault',
    facts,
    because: [citeAnswer(look), ...service.says],
  }
}

function title({ name, kind }: Facts): Phrase {
  switch (kind) {
    case 'compose':
      return says`${name} is a service of Compose, and its name means nothing outside of its network`
    case 'kubernetes':
      return says`${name} is a name inside of a Kubernetes cluster, and this machine is not in it`
    case 'container-host':
      return says`${name} is a name that container engines give to their host, and it is not known here`
  }
}

function explanation({ kind, container, file }: Facts): Phrase {
  switch (kind) {
    case 'compose':
      return together(
        says`The file ${file ?? ''} defines it. Compose makes a network in which the services find each other by name.`,
        container === null
          ? says`This program runs outside, on the machine itself.`
          : says`This program runs in a container that does not share that network, it seems.`,
      )
    case 'kubernetes':
      return says`Only the cluster's own DNS knows names that end in .svc.cluster.local, and only its pods can reach the addresses behind them.`
    case 'container-host':
      return container === null
        ? says`Inside of a container it means the machine that the container runs on. This program does not run in one.`
        : says`Docker Desktop and Podman make the name by themselves; Docker on Linux does so only when it is told to.`
  }
}

function steps({ name, kind, container, file, published }: Facts): readonly Phrase[] {
  switch (kind) {
    case 'compose':
      return container === null
        ? [
            published === null
              ? says`Publish a port of the service in ${file ?? 'the Compose file'} (ports: ["127.0.0.1:27017:27017"]), start it again, and connect to localhost:27017.`
              : says`From this machine connect to localhost:${published}: that is where the file publishes it.`,
            says`For a replica set add directConnection=true, since the set calls itself by names of that network.`,
            says`Inside of other services the name ${name} and the port inside, mostly 27017, are right.`,
          ]
        : [
            says`Put this container into the same network: under the same file, or networks: with the other's network as external (docker network ls).`,
            says`docker network inspect NETWORK lists who is in it, and under which names.`,
          ]
    case 'kubernetes':
      return [
        says`From outside, for one try: kubectl port-forward service/${name.split('.')[0] ?? ''} 27017:27017 -n ${name.split('.')[1] ?? 'NAMESPACE'}, and connect to localhost:27017 with directConnection=true.`,
        says`For lasting use: a service of the type LoadBalancer or NodePort for each member, and horizons in the set's configuration.`,
        says`Or run the program in the cluster.`,
      ]
    case 'container-host':
      return container === null
        ? [says`Write localhost in its place.`]
        : [
            says`Docker on Linux: docker run --add-host=host.docker.internal:host-gateway, or extra_hosts: ["host.docker.internal:host-gateway"] in Compose.`,
            says`MongoDB on the machine must then listen at the address of that bridge too, not at 127.0.0.1 alone.`,
          ]
  }
}
