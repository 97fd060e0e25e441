import {
  absent,
  cite,
  defineCause,
  foreignSrvTargets,
  listed,
  says,
  sentence,
  srvRecordsLegal,
  together,
  unknown,
} from '@mongowhy/core'
import type { Cause, ForeignTarget, Phrase } from '@mongowhy/core'

import { uriOf } from '../kit/deployment.ts'
import { srvHostOf, srvLook, whom } from '../kit/dns.ts'

interface Facts {
  readonly host: string
  readonly name: string
  readonly foreign: readonly ForeignTarget[]
  readonly resolver: Phrase
}

const shown = 4

export const cause: Cause = defineCause<Facts>({
  code: 'dns-srv-foreign-host',
  title: 'The SRV record names a host outside its own domain',
  scope: 'target',
  infer(evidence) {
    const host = srvHostOf(evidence)
    const look = srvLook(evidence)
    if (host === null || look === undefined || look.saw.outcome !== 'answer') return unknown()
    // The user allows another domain in the connection string, and the driver then compares with that.
    if (
      uriOf(evidence)?.options.some(({ name }) => name.toLowerCase() === 'srvallowedhostssuffix') === true
    ) {
      return unknown()
    }
    // A lone dot names nobody: the record says that there is no such service.
    const foreign = foreignSrvTargets(host, look.saw.records).filter(({ target }) => target !== '')
    if (foreign.length === 0 && !srvRecordsLegal(host, look.saw.records)) return unknown()
    if (foreign.length === 0)
      return absent(cite(look, says`every host of the SRV record lies in the domain of ${host}`))
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { host, name: look.saw.name, foreign, resolver: whom(look) },
      because: [
        cite(
          look,
          together(says`the SRV record names`, listed(foreign.slice(0, shown).map(({ target }) => target))),
        ),
      ],
    }
  },
  advise: ({ host, name, foreign, resolver }) => ({
    title: together(
      says`The SRV record of ${host} points to a foreign host:`,
      listed(foreign.slice(0, shown).map(({ target }) => target)),
    ),
    explanation: sentence(
      resolver,
      says`returned hosts that`,
      rule(host, foreign),
      says`Drivers refuse that, lest a forged DNS answer send your password to somebody else's server. We have contacted none of the hosts.`,
    ),
    steps: [
      says`If you did not set this record yourself, treat it as a possible hijack: ask a resolver that you trust (dig SRV ${name} @ADDRESS), and tell whoever runs the domain.`,
      says`If the zone is yours: name hosts in the same domain, by a CNAME or address record there if the servers live elsewhere. Their certificates must then carry those names.`,
      says`To reach an Atlas cluster by a name of your own, use the cluster's own name in the connection string: an alias cannot work with mongodb+srv://.`,
    ],
    operator: [
      says`The SRV record ${name} at the authoritative servers: who set it, and when; every target in the domain of ${host}.`,
      says`Certificates of the members: that they carry the names by which the record will name them.`,
    ],
  }),
})

function rule(host: string, foreign: readonly ForeignTarget[]): Phrase {
  const labels = host.split('.')
  return foreign.some(({ problem }) => problem === 'no-more-levels')
    ? says`do not stand below ${host}, as they must when the name has fewer than three parts.`
    : says`do not end in .${labels.length < 3 ? host : labels.slice(1).join('.')}.`
}
