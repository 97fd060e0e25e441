import { cite, defineCause, firstSeen, says, seenBy, txtOptions } from '@mongowhy/core'
import type { Cause, Evidence, Inference, Phrase, TopologyConflict } from '@mongowhy/core'

import { overUriFaults, shown } from '../kit/uri.ts'

interface Facts {
  readonly problem: TopologyConflict
  readonly names: readonly string[]
  readonly fromTxt: boolean
}

function whatStands({ problem, names }: Facts): Phrase {
  switch (problem) {
    case 'direct-many-hosts':
      return says`directConnection=true goes to one host, and the string lists several`
    case 'direct-srv':
      return says`directConnection=true goes to one host, and mongodb+srv:// may stand for several`
    case 'load-balanced-many-hosts':
      return says`loadBalanced=true goes to one load balancer, and the string lists several hosts`
    case 'load-balanced-set':
      return says`loadBalanced=true and replicaSet exclude one another`
    case 'load-balanced-direct':
      return says`loadBalanced=true and directConnection=true exclude one another`
    case 'srv-max-hosts-set':
      return says`srvMaxHosts picks routers at random, which makes no sense with a replicaSet`
    case 'srv-max-hosts-load-balanced':
      return says`srvMaxHosts and loadBalanced=true exclude one another`
    case 'srv-option-without-srv':
      return says`${names.join(', ')} is for mongodb+srv:// alone`
  }
}

function step({ problem, names }: Facts): Phrase {
  switch (problem) {
    case 'direct-many-hosts':
      return says`Take directConnection away, and name the set with replicaSet; or keep the one host that you mean.`
    case 'direct-srv':
      return says`Take directConnection away; or name the one member with mongodb://HOST:PORT and tls=true.`
    case 'load-balanced-many-hosts':
    case 'load-balanced-set':
    case 'load-balanced-direct':
      return says`Take loadBalanced away unless a load balancer made for MongoDB stands before the cluster (Atlas Serverless).`
    case 'srv-max-hosts-set':
    case 'srv-max-hosts-load-balanced':
      return says`Take srvMaxHosts away: it is for sharded clusters with many routers.`
    case 'srv-option-without-srv':
      return says`Take ${names.join(', ')} away, or write mongodb+srv:// if the name has an SRV record.`
  }
}

/** A conflict between the string and what the TXT record adds to it. */
function conflictWithTxt(evidence: Evidence): Inference<Facts> | null {
  const look = firstSeen(evidence, 'uri.parse')
  if (look === undefined || look.saw.scheme !== 'mongodb+srv') return null
  const { effective, hosts } = look.saw
  const txt = seenBy(evidence, 'dns.query').find(
    ({ ask, saw }) => ask.vary.type === 'TXT' && ask.vary.name === hosts[0]?.host && saw.outcome === 'answer',
  )
  if (txt === undefined || txt.saw.outcome !== 'answer') return null
  const { options } = txtOptions(txt.saw.records)
  const replicaSet = effective.replicaSet ?? options.replicaSet
  const loadBalanced = effective.loadBalanced || options.loadBalanced === true
  const problem: TopologyConflict | null =
    loadBalanced && replicaSet !== null
      ? 'load-balanced-set'
      : effective.srvMaxHosts > 0 && replicaSet !== null
        ? 'srv-max-hosts-set'
        : effective.srvMaxHosts > 0 && loadBalanced
          ? 'srv-max-hosts-load-balanced'
          : loadBalanced && effective.directConnection === true
            ? 'load-balanced-direct'
            : null
  if (problem === null) return null
  const facts: Facts = { problem, names: [], fromTxt: true }
  const added = [
    ...(options.replicaSet === null ? [] : ['replicaSet']),
    ...(options.loadBalanced === null ? [] : ['loadBalanced']),
  ].join(', ')
  return {
    is: 'present',
    certainty: 'certain',
    bearing: 'fault',
    facts,
    because: [cite(txt, says`the TXT record adds ${added}`), cite(look, whatStands(facts))],
  }
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-topology-options-conflict',
  title: 'Options about the topology contradict one another',
  scope: 'target',
  infer: (evidence) => {
    const inference = overUriFaults(
      evidence,
      ['topology-conflict'],
      says`no options about the topology contradict one another`,
      ([{ problem, names }], look) => {
        const facts: Facts = { problem, names, fromTxt: false }
        return shown(look, facts, whatStands(facts))
      },
    )
    return inference.is === 'present' ? inference : (conflictWithTxt(evidence) ?? inference)
  },
  advise: (facts) => ({
    title: says`Options about the topology contradict one another`,
    explanation: facts.fromTxt
      ? says`The string alone would do, but the TXT record of the name adds an option that contradicts it, and drivers refuse the two together.`
      : says`Drivers refuse the string before they try a host: what it says about the deployment cannot all be true.`,
    steps: [step(facts)],
  }),
})
