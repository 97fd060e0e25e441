import { endpointParts, firstSeen, hostKind } from '@mongowhy/core'
import type {
  DnsRecord,
  DnsSighting,
  EffectiveOptions,
  Endpoint,
  EvidenceOptions,
  HostSighting,
  Look,
  ProxySighting,
  RecordType,
  Resolver,
  TcpSighting,
} from '@mongowhy/core'

import { evidence } from './evidence.ts'
import type { EvidenceBuilder } from './evidence.ts'
import { machine, towards } from './tls-case.ts'

export const srvHost = 'cluster0.lab.test'
export const srvName: string = `_mongodb._tcp.${srvHost}`
/** The resolver that the user named in these cases. */
export const server = '127.0.0.1:5353'
/** The options of evidence in which the user named one resolver, so that nobody else may be asked. */
export const given: Partial<EvidenceOptions> = { resolvers: [server] }

type DnsEnd = DnsSighting extends infer Each
  ? Each extends DnsSighting
    ? Omit<Each, 'name' | 'type' | 'server' | 'transport'>
    : never
  : never

/** Evidence that begins with `mongodb+srv://HOST/`. */
export function seeking(host: string = srvHost, options: Partial<EffectiveOptions> = {}): EvidenceBuilder {
  const plain = firstSeen(towards(host, options).build(), 'uri.parse')
  if (plain === undefined) throw new TypeError('evidence towards a host has its connection string')
  return evidence().saw(
    'uri.parse',
    null,
    {},
    {
      ...plain.saw,
      scheme: 'mongodb+srv',
      redacted: `mongodb+srv://${host}/`,
      hosts: [{ host, port: null, kind: 'name' }],
    },
  )
}

/** Adds answers to questions, in order; of the resolver that the user named unless told otherwise. */
export function told(
  builder: EvidenceBuilder,
  ...answers: readonly (readonly [name: string, type: RecordType, end: DnsEnd, resolver?: Resolver])[]
): EvidenceBuilder {
  return answers.reduce((built, [name, type, end, resolver = { server }]) => {
    const transport = resolver === 'runtime' ? 'c-ares' : resolver === 'system' ? 'getaddrinfo' : 'udp'
    const by = typeof resolver === 'object' ? resolver.server : resolver === 'runtime' ? '127.0.0.53' : null
    const saw: DnsSighting = { name, type, server: by, transport, ...end }
    return built.saw('dns.query', null, { name, type, resolver }, saw)
  }, builder)
}

/** An answer with these records. */
export function records(...each: readonly DnsRecord[]): DnsEnd {
  return { outcome: 'answer', records: each, total: each.length }
}

export function srvRecord(target: string, port = 27017): DnsRecord {
  return { type: 'SRV', target, port, priority: 0, weight: 0 }
}

/** Adds a connection attempt to one address of an endpoint. */
export function dialled(
  builder: EvidenceBuilder,
  endpoint: Endpoint,
  address: string,
  outcome: TcpSighting['outcome'],
): EvidenceBuilder {
  const kind = hostKind(address)
  const family = kind === 'socket' ? 'unix' : kind === 'ipv6' ? 'ipv6' : 'ipv4'
  const { port } = endpointParts(endpoint)
  return builder.saw('tcp.connect', endpoint, { address }, { address, port, family, outcome })
}

/** Adds a connection that was made beside the driver's own way. */
export function tried(
  builder: EvidenceBuilder,
  experiment: string,
  endpoint: Endpoint,
  address: string,
  outcome: TcpSighting['outcome'],
): EvidenceBuilder {
  return setAside(dialled(builder, endpoint, address, outcome), experiment)
}

/** Makes the look that was added last one of an experiment's. */
export function setAside(builder: EvidenceBuilder, experiment: string, round = 1): EvidenceBuilder {
  const { looks } = builder.build()
  const trial = { experiment, arm: 'variation', round } as const
  const last = looks.at(-1)
  // The trial is all that sets it apart from what it was.
  return evidence([...looks.slice(0, -1), Object.assign({}, last, { ask: { ...last?.ask, trial } }) as Look])
}

export const open: TcpSighting['outcome'] = { is: 'open', roundTripMs: 0.2 }

/** Adds what the proxy did with a request to reach an endpoint. */
export function proxied(
  builder: EvidenceBuilder,
  endpoint: Endpoint,
  outcome: ProxySighting['outcome'],
): EvidenceBuilder {
  const proxy = '127.0.0.1:1080'
  return builder.saw('proxy.connect', endpoint, { proxy }, { proxy, outcome })
}

/** This machine, with what is told of it. */
export function host(facts: Partial<HostSighting>): HostSighting {
  return { ...machine({ now: '2026-01-01T00:00:00.000Z', plausible: true, reason: null }), ...facts }
}
