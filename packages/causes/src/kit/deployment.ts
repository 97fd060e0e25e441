import { endpointOf, firstSeen, seenBy, txtOptions } from '@mongowhy/core'
import type {
  DnsRecord,
  EffectiveOptions,
  Endpoint,
  Evidence,
  HelloFacts,
  SeenLook,
  UriSighting,
} from '@mongowhy/core'

const defaultPort = 27017

/** What the connection string says; undefined before it was looked at. */
export function uriOf(evidence: Evidence): UriSighting | undefined {
  return firstSeen(evidence, 'uri.parse')?.saw
}

/** The name that an SRV connection string is looked up under; null for a plain one. */
export function srvNameOf(uri: UriSighting): string | null {
  const host = uri.hosts[0]
  if (uri.scheme !== 'mongodb+srv' || host === undefined) return null
  return `_${uri.effective.srvServiceName}._tcp.${host.host}`
}

/** The first look at a DNS question: the one that the driver's own path rests on; later ones compare. */
export function firstAnswer(
  evidence: Evidence,
  name: string,
  type: DnsRecord['type'],
): SeenLook<'dns.query'> | undefined {
  return seenBy(evidence, 'dns.query').find(
    ({ ask: { vary } }) => vary.name === name && vary.type === type && vary.checkingDisabled === undefined,
  )
}

/** The seed list: the hosts of the connection string, or what the SRV record named. Empty when SRV failed. */
export function seedList(evidence: Evidence): readonly Endpoint[] {
  const uri = uriOf(evidence)
  if (uri === undefined) return []
  const srvName = srvNameOf(uri)
  if (srvName === null) {
    // A host that is named twice is one seed, to drivers as well.
    const seeds = uri.hosts.map(({ host, port, kind }) =>
      kind === 'socket' ? host : endpointOf(host.toLowerCase(), port ?? defaultPort),
    )
    return [...new Set(seeds)]
  }
  const answer = firstAnswer(evidence, srvName, 'SRV')?.saw
  if (answer === undefined || answer.outcome !== 'answer') return []
  return answer.records.flatMap((record) =>
    record.type === 'SRV' ? [endpointOf(record.target.replace(/\.$/, '').toLowerCase(), record.port)] : [],
  )
}

/**
 * Whether the official driver would refuse the records of an SRV connection string before it contacts anybody. Its
 * attempt is then pointless: we hand it hosts that it would never have reached.
 */
export function recordsRefused(evidence: Evidence): boolean {
  const host = uriOf(evidence)?.hosts[0]?.host
  if (host === undefined || uriOf(evidence)?.scheme !== 'mongodb+srv') return false
  const txt = firstAnswer(evidence, host, 'TXT')?.saw
  switch (txt?.outcome) {
    case undefined:
    case 'nodata':
    case 'nxdomain':
      return false
    case 'answer':
      return txtOptions(txt.records).problem !== null
    default:
      return true
  }
}

/** The options that take effect, with what the TXT record adds. The connection string wins over the record. */
export function effective(evidence: Evidence): EffectiveOptions | undefined {
  const uri = uriOf(evidence)
  if (uri === undefined) return undefined
  const host = uri.hosts[0]
  if (uri.scheme !== 'mongodb+srv' || host === undefined) return uri.effective
  const answer = firstAnswer(evidence, host.host, 'TXT')?.saw
  if (answer === undefined || answer.outcome !== 'answer') return uri.effective
  const text = answer.records.flatMap((record) => (record.type === 'TXT' ? [record.text] : [])).join('')
  const record = new URLSearchParams(text)
  const { effective } = uri
  const authSource = effective.authSource ?? record.get('authSource')
  return {
    ...effective,
    authSource,
    effectiveAuthSource:
      effective.effectiveAuthSource === null ? null : (authSource ?? effective.effectiveAuthSource),
    replicaSet: effective.replicaSet ?? record.get('replicaSet'),
    loadBalanced: effective.loadBalanced || record.get('loadBalanced') === 'true',
  }
}

/** The transport that the driver uses: what a server says on the other one, asked to find a fault, is nothing to it. */
export function transportOf(evidence: Evidence): 'plain' | 'tls' {
  return effective(evidence)?.tls === true ? 'tls' : 'plain'
}

/** The first reply to a hello at an endpoint, whichever address and transport it came by. */
export function answered(
  evidence: Evidence,
  at: Endpoint | null,
): { readonly look: SeenLook<'wire.hello'>; readonly hello: HelloFacts } | undefined {
  for (const look of seenBy(evidence, 'wire.hello', at ?? undefined)) {
    if (look.saw.outcome.is === 'reply') return { look, hello: look.saw.outcome.hello }
  }
  return undefined
}

/** Handshakes that were made as the driver makes them, without anything varied. */
export function handshakes(evidence: Evidence, at: Endpoint | null): readonly SeenLook<'tls.handshake'>[] {
  return seenBy(evidence, 'tls.handshake', at ?? undefined).filter(({ ask }) => {
    const { address: _, ...varied } = ask.vary
    return ask.trial === undefined && Object.values(varied).every((value) => value === undefined)
  })
}

/** Members that a hello named, and who named them; each once for each that named it. */
export function advertised(
  evidence: Evidence,
): readonly { readonly endpoint: Endpoint; readonly by: Endpoint }[] {
  const named = new Map<string, { endpoint: Endpoint; by: Endpoint }>()
  for (const look of seenBy(evidence, 'wire.hello')) {
    const by = look.ask.endpoint
    if (look.saw.outcome.is !== 'reply' || by === null) continue
    const { hosts, passives, arbiters } = look.saw.outcome.hello
    for (const host of [...hosts, ...passives, ...arbiters]) {
      const endpoint = host.toLowerCase()
      named.set(`${endpoint} ${by}`, { endpoint, by })
    }
  }
  return [...named.values()]
}

/** The database that the user works on: of the path, else the driver's default. */
export function targetDatabase(evidence: Evidence): string {
  return uriOf(evidence)?.database ?? 'test'
}
