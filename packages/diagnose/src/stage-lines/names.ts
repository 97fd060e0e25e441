import { endpointParts, hostKind, looksOf, says, together } from '@mongowhy/core'
import type { DnsSighting, Endpoint, Evidence, LookOf, Phrase, StageLine } from '@mongowhy/core'
import { srvNameOf, uriOf } from '@mongowhy/causes/kit'

import { line, longest, skipped, split } from './line.ts'

type DnsLook = LookOf<'dns.query'>

/** The SRV and TXT records of the target, then the addresses of every host that is a name. */
export function nameLines(evidence: Evidence, endpoints: readonly Endpoint[]): readonly StageLine[] {
  const looks = looksOf(evidence, 'dns.query')
  return [...seedListLine(evidence, looks), ...endpoints.flatMap((at) => addressLine(at, looks))]
}

function seedListLine(evidence: Evidence, looks: readonly DnsLook[]): readonly StageLine[] {
  const uri = uriOf(evidence)
  const name = uri === undefined ? null : srvNameOf(uri)
  if (uri === undefined || name === null) return []
  const srv = looks.find(({ ask }) => ask.vary.type === 'SRV' && ask.vary.name === name)
  const txt = looks.find(({ ask }) => ask.vary.type === 'TXT' && ask.vary.name === uri.hosts[0]?.host)
  if (srv === undefined) return []
  if (srv.status === 'skipped') return [skipped('dns', null, srv.reason)]
  if (srv.status === 'broken') return [line('dns', null, 'failed', srv.tookMs, says`${srv.error}`)]
  const told = together(says`SRV:`, answerText(srv.saw))
  const withTxt =
    txt?.status === 'seen' && txt.saw.outcome !== 'nodata' && txt.saw.outcome !== 'nxdomain'
      ? together(told, says`· TXT:`, answerText(txt.saw))
      : told
  const txtBad = txt?.status === 'seen' && !['answer', 'nodata', 'nxdomain'].includes(txt.saw.outcome)
  const status = srv.saw.outcome !== 'answer' ? 'failed' : txtBad ? 'degraded' : 'ok'
  return [line('dns', null, status, srv.tookMs, withTxt)]
}

function addressLine(at: Endpoint, looks: readonly DnsLook[]): readonly StageLine[] {
  const { host } = endpointParts(at)
  if (hostKind(host) !== 'name') return []
  const own = looks.filter(
    ({ ask }) => ask.vary.name.toLowerCase() === host && (ask.vary.type === 'A' || ask.vary.type === 'AAAA'),
  )
  const first = own[0]
  if (first === undefined) return []
  const asked = own.filter(
    ({ ask }) => JSON.stringify(ask.vary.resolver) === JSON.stringify(first.ask.vary.resolver),
  )
  const { seen, reason, broken } = split(asked)
  if (seen.length === 0) {
    return reason !== null
      ? [skipped('dns', at, reason)]
      : [line('dns', at, 'failed', longest([]), says`${broken ?? 'no answer'}`)]
  }
  const addresses = seen.flatMap(({ saw }) =>
    saw.outcome === 'answer'
      ? saw.records.flatMap((record) => ('address' in record ? [record.address] : []))
      : [],
  )
  if (addresses.length > 0) return [line('dns', at, 'ok', longest(seen), says`${addresses.join(', ')}`)]
  const worst = seen.find(({ saw }) => saw.outcome !== 'nodata') ?? seen[0]
  return [
    line('dns', at, 'failed', longest(seen), worst === undefined ? says`no answer` : answerText(worst.saw)),
  ]
}

/** A resolver's answer in a few words. */
function answerText(saw: DnsSighting): Phrase {
  switch (saw.outcome) {
    case 'answer':
      return saw.total === 1 ? says`one record` : says`${saw.total} records`
    case 'nodata':
      return says`the name has no record of this type`
    case 'nxdomain':
      return says`the name does not exist (NXDOMAIN)`
    case 'servfail':
      return says`the resolver failed (SERVFAIL)`
    case 'refused':
      return says`the resolver refused (REFUSED)`
    case 'rcode':
      return says`the resolver answered with code ${saw.rcode}`
    case 'timeout':
      return says`no answer in time`
    case 'unreachable':
      return says`the resolver cannot be reached (${saw.errno})`
    case 'malformed':
      return says`the answer cannot be read: ${saw.detail}`
    case 'truncated':
      return says`the answer was cut off and TCP did not help`
    case 'temporary':
      return says`the system says: try again later`
    case 'failed':
      return says`failed (${saw.code})`
  }
}
