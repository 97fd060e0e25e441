import type { HostSighting, ProjectSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { given, host, records, told } from '../kit/net-case.ts'
import { towards } from '../kit/tls-case.ts'

const service: ProjectSighting['services'][number] = {
  file: 'compose.yaml',
  name: 'mongo',
  published: [{ outside: 27018, inside: 27017 }],
}

function at(
  name: string,
  services: ProjectSighting['services'],
  container: HostSighting['container'] = null,
): EvidenceBuilder {
  return towards(name, { tls: false })
    .saw('env.host', null, {}, host({ container }))
    .saw('env.project', null, {}, { packages: [], services })
}

function gone(name: string, evidence: EvidenceBuilder): EvidenceBuilder {
  return told(evidence, [name, 'A', { outcome: 'nxdomain' }], [name, 'AAAA', { outcome: 'nxdomain' }])
}

const cluster = 'mongo.prod.svc.cluster.local'
const dockerHost = 'host.docker.internal'

export const cases: Cases = defineCases({
  code: 'tcp-service-name',
  matching: [
    {
      name: 'a service of the Compose file beside it',
      evidence: gone('mongo', at('mongo', [service])).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'in a container that does not share the network',
      evidence: gone('mongo', at('mongo', [service], 'docker')).build(given),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'a name of a Kubernetes cluster, from outside',
      evidence: gone(cluster, at(cluster, [])).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'the engine’s name of its host, on Linux',
      evidence: gone(dockerHost, at(dockerHost, [], 'docker')).build(given),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a bare name of which nothing is known',
      evidence: gone('mongo', at('mongo', [])).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-single-label',
    },
    {
      name: 'a service that does not exist, asked for inside of the cluster',
      evidence: gone(cluster, at(cluster, [], 'kubernetes')).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-host-missing',
    },
    {
      name: 'the service resolves: this is its network',
      evidence: told(
        at('mongo', [service], 'docker'),
        ['mongo', 'A', records({ type: 'A', address: '172.18.0.2' })],
        ['mongo', 'AAAA', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      is: 'absent',
    },
    {
      name: 'the look-up failed, which says nothing of the name',
      evidence: told(
        at('mongo', [service]),
        ['mongo', 'A', { outcome: 'timeout' }],
        ['mongo', 'AAAA', { outcome: 'timeout' }],
      ).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-resolver-refuses',
    },
  ],
})
