import {
  absent,
  defineCause,
  listed,
  normalName,
  says,
  sentence,
  srvRecordsLegal,
  srvTargets,
  together,
  unknown,
} from '@mongowhy/core'
import type { Advice, Cause, Evidence, Phrase, SrvTarget } from '@mongowhy/core'

import { firstAnswer } from '../kit/deployment.ts'
import { citeAnswer, saysMissing, srvHostOf, srvLook, whom } from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'

interface Facts {
  readonly host: string
  readonly missing: readonly string[]
  readonly found: readonly string[]
  readonly resolver: Phrase
  /** The record itself leads nowhere: it names no host, or port 0; null: it does. */
  readonly nowhere: 'no-host' | 'no-port' | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-srv-target-missing',
  title: 'Hosts of the SRV record have no address',
  scope: 'target',
  infer(evidence) {
    const host = srvHostOf(evidence)
    const look = srvLook(evidence)
    if (host === null || look === undefined || look.saw.outcome !== 'answer') return unknown()
    const nowhere = leadsNowhere(srvTargets(look.saw.records))
    if (nowhere !== null) {
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { host, missing: [], found: [], resolver: whom(look), nowhere },
        because: [citeAnswer(look)],
      }
    }
    // Hosts of another domain are refused before anybody looks for their addresses.
    if (!srvRecordsLegal(host, look.saw.records)) return unknown()
    const targets = [...new Set(srvTargets(look.saw.records).map(({ target }) => normalName(target)))]
    const looks = targets.map((target) => ({ target, answers: answersFor(evidence, target) }))
    const missing = looks.filter(
      ({ answers }) => answers.length === 2 && answers.every(({ saw }) => saysMissing(saw)),
    )
    const found = looks.filter(({ answers }) => answers.some(({ saw }) => saw.outcome === 'answer'))
    const [first] = missing.flatMap(({ answers }) => answers)
    if (first === undefined) {
      return found.length > 0
        ? absent(...found.flatMap(({ answers }) => answers.slice(0, 1).map(citeAnswer)))
        : unknown()
    }
    return {
      is: 'present',
      certainty: 'certain',
      // With the rest of the seed list the driver finds the set.
      bearing: found.length > 0 ? 'advisory' : 'fault',
      facts: {
        host,
        missing: missing.map(({ target }) => target),
        found: found.map(({ target }) => target),
        resolver: whom(first),
        nowhere: null,
      },
      because: [
        citeAnswer(first),
        ...missing.slice(1, 4).flatMap(({ answers }) => answers.slice(0, 1).map(citeAnswer)),
        citeAnswer(look),
      ],
    }
  },
  advise: (facts) => (facts.nowhere === null ? withoutAddress(facts) : toNowhere(facts)),
})

/** RFC 2782: a target of "." means that the service is decidedly not available there. Port 0 takes no connection. */
function leadsNowhere(targets: readonly SrvTarget[]): Facts['nowhere'] {
  if (targets.length > 0 && targets.every(({ target }) => target === '')) return 'no-host'
  return targets.some(({ target, port }) => target !== '' && port === 0) ? 'no-port' : null
}

function toNowhere({ host, resolver, nowhere }: Facts): Advice {
  return {
    title:
      nowhere === 'no-host'
        ? says`The SRV record of ${host} says that there is no MongoDB under that name: it names no host`
        : says`The SRV record of ${host} names port 0, which takes no connection`,
    explanation:
      nowhere === 'no-host'
        ? sentence(
            resolver,
            says`returned a record whose host is a lone dot. That is how a zone says that a service is not offered (RFC 2782): after it was switched off, or by a rule for every name.`,
          )
        : sentence(resolver, says`returned a record with port 0. Drivers refuse the whole record for it.`),
    steps: [
      says`If the zone is yours: let the SRV record name each member with its host and port, 27017 unless set otherwise.`,
      says`If it is not: ask whoever runs the deployment for the current connection string.`,
    ],
    operator: [says`The SRV record of ${host} at the authoritative servers: its host and its port.`],
  }
}

function withoutAddress({ host, missing, found, resolver }: Facts): Advice {
  return {
    title: together(
      found.length > 0
        ? says`Some hosts of the SRV record of ${host} have no address:`
        : says`The SRV record of ${host} names hosts that have no address:`,
      listed(missing.slice(0, 4)),
    ),
    explanation: together(
      says`The SRV record is there and legal, but`,
      resolver,
      says`has neither an IPv4 nor an IPv6 address for`,
      listed(missing.slice(0, 4)),
      found.length > 0
        ? together(says`. For`, listed(found.slice(0, 4)), says`it has one, so the set may still be found.`)
        : says`. Drivers then report ENOTFOUND for each member, and a selection time-out in the end.`,
    ),
    steps: [
      says`Names of private endpoints and peered networks resolve only inside them: run this from that network, or have its private zone linked to yours.`,
      says`If the zone is yours, add the address records: dig A ${missing[0] ?? host} shows when they have arrived.`,
      says`If members were renamed or removed, take them out of the SRV record.`,
    ],
    operator: [
      says`The zone: an A or AAAA record for ${missing.slice(0, 4).join(', ')}, or their removal from the SRV record.`,
      says`Private zone or private endpoint: that it is linked to the network that the client is in.`,
    ],
  }
}

function answersFor(evidence: Evidence, name: string): readonly DnsLook[] {
  return (['A', 'AAAA'] as const).flatMap((type) => firstAnswer(evidence, name, type) ?? [])
}
