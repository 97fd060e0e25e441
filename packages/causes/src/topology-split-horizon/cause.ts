import { absent, cite, defineCause, listed, says, seenBy, together, trialsAt, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence } from '@mongowhy/core'

import { seedList } from '../kit/deployment.ts'
import { horizonExperiment, horizonsOf, misleading } from './horizons.ts'
import type { Horizons } from './horizons.ts'

type Facts =
  | { readonly is: 'by-name'; readonly horizons: Horizons }
  | { readonly is: 'changed'; readonly endpoint: Endpoint }

// SplitHorizonChange: the name in the TLS hello changed on one connection, as behind a proxy that shares connections.
const horizonChange = 303

export const cause: Cause = defineCause<Facts>({
  code: 'topology-split-horizon',
  title: 'The set names its members by the name that one dials',
  scope: 'endpoint',
  refines: ['topology-advertised-hosts'],
  explains: [
    'dns-host-missing',
    'dns-single-label',
    'tcp-refused',
    'tcp-filtered',
    'tcp-no-route',
    'tcp-some-members',
  ],
  experiments: [horizonExperiment],
  infer: (evidence, at) => {
    const changed = seenBy(evidence, 'wire.hello', at ?? undefined).find(
      ({ saw }) => saw.outcome.is === 'error' && saw.outcome.code === horizonChange,
    )
    if (changed !== undefined) {
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { is: 'changed', endpoint: at ?? '' },
        because: [cite(changed, says`the server refused a hello with code ${horizonChange}`)],
      }
    }
    const horizons = at === null ? null : concerning(evidence, at)
    if (horizons !== null) {
      const { name, own, members, looks } = horizons
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { is: 'by-name', horizons },
        because: [
          cite(looks[0], together(says`told the name that was dialled, it names`, listed(own.slice(0, 4)))),
          cite(looks[1], together(says`told the name ${name}, it names`, listed(members.slice(0, 4)))),
        ],
      }
    }
    if (misleading(evidence, at) === undefined) return unknown()
    const { control } = trialsAt(evidence, horizonExperiment, at)
    const [look] = control.looks
    return look === undefined || control.steady === null
      ? unknown()
      : absent(cite(look, says`it names the same members whatever name it is told`))
  },
  advise: (facts) =>
    facts.is === 'changed'
      ? {
          title: says`${facts.endpoint} saw the server name change within one connection (split horizon)`,
          explanation: says`A set with horizons picks its member names by the name in the TLS hello, and refuses a connection on which that name changes. A proxy that shares one connection among several names does so.`,
          steps: [says`Let the proxy or balancer pass TLS through, one connection for each client.`],
        }
      : {
          title: says`The replica set has names for ${facts.horizons.name} that clients outside can use; ${facts.horizons.seed} was dialled by another name`,
          explanation: together(
            says`The set is configured with horizons: it picks the names of its members by the name in the TLS hello. Dialled as it was, it gave`,
            listed(facts.horizons.own.slice(0, 4)),
            says`, which do not lead there from here; told ${facts.horizons.name}, it gives`,
            listed(facts.horizons.members.slice(0, 4)),
            says`.`,
          ),
          steps: [
            together(
              says`Use these in the connection string, in place of ${facts.horizons.seed}:`,
              listed(facts.horizons.members.slice(0, 4)),
              says`. They must resolve from here.`,
            ),
            says`If an alias or an address is to work as well: add it as a horizon to each member (rs.conf().members[n].horizons, then rs.reconfig) and to the certificates.`,
          ],
        },
})

/** The horizons that were found at this seed, or that lead astray to this member. */
function concerning(evidence: Evidence, at: Endpoint): Horizons | null {
  for (const seed of seedList(evidence)) {
    const horizons = horizonsOf(evidence, seed)
    if (horizons !== null && (seed === at || horizons.own.includes(at))) return horizons
  }
  return null
}
