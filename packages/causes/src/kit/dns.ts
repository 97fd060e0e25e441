import {
  cite,
  endpointParts,
  firstSeen,
  hostKind,
  isLoopback,
  listed,
  looksOf,
  normalName,
  sameAsk,
  says,
  together,
} from '@mongowhy/core'
import type {
  Ask,
  Citation,
  DnsSighting,
  Endpoint,
  Evidence,
  Phrase,
  RecordType,
  Resolver,
  SeenLook,
  Variations,
} from '@mongowhy/core'

import { firstAnswer, seedList, srvNameOf, uriOf } from './deployment.ts'
import { ask } from './evidence.ts'

export type DnsLook = SeenLook<'dns.query'>

/** The name in the connection string whose seed list is looked up; null for a plain one. */
export function srvHostOf(evidence: Evidence): string | null {
  const uri = uriOf(evidence)
  return uri === undefined || srvNameOf(uri) === null ? null : (uri.hosts[0]?.host ?? null)
}

/** The look at the SRV record that the driver's own path rests on. */
export function srvLook(evidence: Evidence): DnsLook | undefined {
  const uri = uriOf(evidence)
  const name = uri === undefined ? null : srvNameOf(uri)
  return name === null ? undefined : firstAnswer(evidence, name, 'SRV')
}

/** The look at the TXT record that the driver's own path rests on. */
export function txtLook(evidence: Evidence): DnsLook | undefined {
  const host = srvHostOf(evidence)
  return host === null ? undefined : firstAnswer(evidence, host, 'TXT')
}

/** Hosts of the seed list that are names which somebody has to resolve. */
export function seedNames(evidence: Evidence): readonly string[] {
  const hosts = seedList(evidence).flatMap((endpoint) =>
    endpoint.startsWith('/') ? [] : [endpoint.slice(0, endpoint.lastIndexOf(':'))],
  )
  return [...new Set(hosts)].filter((host) => hostKind(host) === 'name' && !isLoopback(host))
}

/**
 * The endpoints that cannot be reached for want of these names; none where the whole target cannot, since then no member
 * is better off than another.
 */
export function endpointsOfNames(evidence: Evidence, names: readonly string[]): readonly Endpoint[] {
  const seeds = seedList(evidence)
  const lost = seeds.filter((seed) => !seed.startsWith('/') && names.includes(endpointParts(seed).host))
  return lost.length === seeds.length ? [] : lost
}

/** Every look that the driver's own path rests on: the SRV record, then the addresses of the seeds. */
export function pathLooks(evidence: Evidence): readonly DnsLook[] {
  const srv = srvLook(evidence)
  const addresses = seedNames(evidence).flatMap((name) =>
    (['A', 'AAAA'] as const).flatMap((type) => firstAnswer(evidence, name, type) ?? []),
  )
  return srv === undefined ? addresses : [srv, ...addresses]
}

/**
 * Whether an address of the other family was found for the name that this look is about: most resolver libraries go on with
 * what they got (musl's does not), so that no answer about one family alone keeps few from connecting.
 */
export function otherFamilyFound(look: DnsLook, looks: readonly DnsLook[]): boolean {
  const { name, type } = look.saw
  if (type !== 'A' && type !== 'AAAA') return false
  return looks.some(({ saw }) => saw.name === name && saw.type !== type && saw.outcome === 'answer')
}

/** A question that a rule puts: answered, not put yet, or put in vain. */
export type Asked = DnsLook | 'unasked' | 'given-up'

/** What became of a question. */
export function asked(evidence: Evidence, vary: Variations['dns.query']): Asked {
  const wanted = question(vary)
  const look = looksOf(evidence, 'dns.query').find((each) => sameAsk(each.ask as Ask, wanted))
  if (look === undefined) return 'unasked'
  return look.status === 'seen' ? look : 'given-up'
}

export function question(vary: Variations['dns.query']): Ask {
  return ask('dns.query', null, vary)
}

/** The same resolver again, for another question. */
export function resolverOf(look: DnsLook): Resolver {
  return look.ask.vary.resolver
}

/**
 * The system's own resolvers, which may be asked for a second opinion. None where the user named resolvers: those were
 * given to be asked for everything, and nobody else is to be contacted.
 */
export function systemResolvers(evidence: Evidence): readonly string[] {
  if (evidence.options.resolvers.length > 0) return []
  return firstSeen(evidence, 'env.host')?.saw.systemResolvers ?? []
}

/** Every look at one question, whoever was asked. An answer whose signatures nobody checked is no opinion. */
export function opinions(evidence: Evidence, name: string, type: RecordType): readonly DnsLook[] {
  return looksOf(evidence, 'dns.query').flatMap((look) => {
    const { vary } = look.ask
    const same = vary.name === name && vary.type === type && vary.checkingDisabled === undefined
    return look.status === 'seen' && same ? [look] : []
  })
}

/** The name or its records do not exist, by the resolver's own word. */
export function saysMissing(saw: DnsSighting): boolean {
  return saw.outcome === 'nxdomain' || saw.outcome === 'nodata'
}

/** The resolver gave an answer about the name, whatever it was: it works, and the question arrived. */
export function saysSomething(saw: DnsSighting): boolean {
  switch (saw.outcome) {
    case 'answer':
    case 'nodata':
    case 'nxdomain':
    case 'servfail':
    case 'refused':
    case 'rcode':
    case 'malformed':
    case 'truncated':
      return true
    case 'timeout':
    case 'unreachable':
    case 'temporary':
    case 'failed':
      return false
  }
}

/** Whether an A or AAAA record was found among these. */
export function addressesIn(looks: readonly Asked[]): readonly string[] {
  return looks.flatMap((look) =>
    typeof look === 'object' && look.saw.outcome === 'answer'
      ? look.saw.records.flatMap((record) => ('address' in record ? [record.address] : []))
      : [],
  )
}

/**
 * Whether an address is one that a resolver makes up for missing names, as portals do: it denies the name when asked for
 * its TXT. Some that are given a lone address by hand (dnsmasq) do so too, and then deny the domain above.
 */
export function makesAddressesUp(txt: DnsLook | undefined, parent: Asked): boolean {
  const parentDenied = typeof parent === 'object' && parent.saw.outcome === 'nxdomain'
  return txt?.saw.outcome === 'nxdomain' && !parentDenied
}

/** Who was asked, in words. */
export function whom(look: DnsLook): Phrase {
  const { server, transport } = look.saw
  if (transport === 'getaddrinfo') return says`the operating system`
  if (transport === 'lookup') return says`the application's own look-up`
  if (transport === 'c-ares') {
    return server === null ? says`Node's own resolver` : says`Node's own resolver (at ${server})`
  }
  return says`the resolver ${server ?? '(unknown)'}`
}

/** What was answered, in words, as a citation. */
export function citeAnswer(look: DnsLook): Citation {
  const { name, type } = look.saw
  return cite(look, together(whom(look), saidOf(look.saw), says`(${type} of ${name})`))
}

function saidOf(saw: DnsSighting): Phrase {
  switch (saw.outcome) {
    case 'answer':
      return together(says`answered`, listed(saw.records.slice(0, 4).map(shortRecord)))
    case 'nodata':
      return says`knows the name, and no such record of it (NODATA)`
    case 'nxdomain':
      return saw.transport === 'getaddrinfo' || saw.transport === 'lookup'
        ? says`found no address for the name (ENOTFOUND)`
        : says`says that the name does not exist (NXDOMAIN)`
    case 'servfail':
      return says`failed to find out (SERVFAIL)`
    case 'refused':
      return says`refuses to answer (REFUSED)`
    case 'rcode':
      return says`answered with code ${saw.rcode}`
    case 'timeout':
      return says`did not answer in time`
    case 'unreachable':
      return says`could not be reached (${saw.errno})`
    case 'malformed':
      return says`sent a reply that cannot be read: ${saw.detail}`
    case 'truncated':
      return says`cut its reply short, and did not give it by TCP either (${saw.tcp})`
    case 'temporary':
      return says`could not find out for now (EAI_AGAIN)`
    case 'failed':
      return says`failed with ${saw.code}`
  }
}

function shortRecord(record: Extract<DnsSighting, { outcome: 'answer' }>['records'][number]): string {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return record.address
    case 'SRV':
      return `${normalName(record.target)}:${record.port}`
    case 'TXT':
      return record.text
    case 'CNAME':
      return normalName(record.target)
  }
}
