import { firstSeen, seenBy } from '@mongowhy/core'
import type { DnsSighting, Endpoint, Evidence, Report, Resolver, SeenLook, TlsSighting } from '@mongowhy/core'

import { factsOf, unordered } from '../fact.ts'
import type { Fact } from '../fact.ts'

/** Answers of resolvers. */
export function nameFacts({ evidence }: Report): readonly Fact[] {
  const fact = factsOf('dns')
  return seenBy(evidence, 'dns.query').flatMap(({ ask, saw }) => {
    const asked = placeOf(ask.vary.resolver, evidence)
    const key = `answer.${saw.name.toLowerCase()}.${saw.type}.${asked}${ask.vary.transport === 'tcp' ? '.tcp' : ''}`
    const name = `${saw.type} of ${saw.name}${asked === 'runtime' ? '' : `, by ${asked === 'system' ? 'the system' : asked}`}`
    const sorted = answer(saw, unordered)
    const asCame = answer(saw, (items) => items.join(', '))
    return [
      ...fact(key, name, sorted),
      ...fact(`${key}.order`, `order in ${name}`, sorted === asCame ? null : asCame, 'noise'),
      ...fact(`${key}.server`, `who answered, ${name}`, saw.server, 'context'),
    ]
  })
}

/** Resolvers that were named by their addresses are compared by their place, since the addresses will differ. */
function placeOf(resolver: Resolver, { options }: Evidence): string {
  if (typeof resolver === 'string') return resolver
  const place = options.resolvers.indexOf(resolver.server)
  return place > 0 ? `--dns ${place + 1}` : '--dns'
}

function answer(saw: DnsSighting, joined: (items: readonly string[]) => string): string {
  if (saw.outcome !== 'answer') return saw.outcome
  return joined(
    saw.records.map((record) => {
      switch (record.type) {
        case 'A':
        case 'AAAA':
          return record.address
        case 'SRV':
          return `${record.target.toLowerCase()}:${record.port}`
        case 'TXT':
          return record.text
        case 'CNAME':
          return record.target.toLowerCase()
      }
    }),
  )
}

/** TCP, proxy and TLS of one endpoint. */
export function networkFacts(evidence: Evidence, at: Endpoint): readonly Fact[] {
  const tcp = seenBy(evidence, 'tcp.connect', at)
  const proxy = firstSeen(evidence, 'proxy.connect', at)?.saw
  const tls = seenBy(evidence, 'tls.handshake', at)
  const plain = tls.find(({ ask }) => Object.keys(ask.vary).every((name) => name === 'address')) ?? tls[0]
  return [
    ...(tcp.length === 0 ? [] : tcpFacts(at, tcp)),
    ...(proxy === undefined
      ? []
      : factsOf('proxy', at)('outcome', 'proxy', proxy.outcome.is.replaceAll('-', ' '))),
    ...(plain === undefined ? [] : tlsFacts(at, plain.saw)),
  ]
}

function tcpFacts(at: Endpoint, looks: readonly SeenLook<'tcp.connect'>[]): readonly Fact[] {
  const fact = factsOf('tcp', at)
  const outcomes = looks.map(
    ({ saw }) =>
      `${saw.family} ${saw.outcome.is === 'unreachable' || saw.outcome.is === 'failed' ? saw.outcome.errno : saw.outcome.is.replaceAll('-', ' ')}`,
  )
  const trip = looks.flatMap(({ saw }) => (saw.outcome.is === 'open' ? [saw.outcome.roundTripMs] : []))
  return [
    ...fact('outcome', 'TCP, by family', unordered(outcomes)),
    ...fact('addresses', 'addresses that were tried', unordered(looks.map(({ saw }) => saw.address))),
    ...fact('trip', 'round trip', trip[0] === undefined ? null : `${trip[0].toFixed(1)} ms`, 'noise'),
  ]
}

function tlsFacts(at: Endpoint, saw: TlsSighting): readonly Fact[] {
  const fact = factsOf('tls', at)
  const received = saw.alerts.find(({ direction }) => direction === 'received')
  const verdict = saw.verifications.find(({ store }) => store === 'driver')
  const leaf = saw.chain[0]
  const outcome =
    saw.outcome.is === 'alert' && received !== undefined
      ? `alert ${received.number} (${received.name}) ${received.position.replaceAll('-', ' ')}`
      : saw.outcome.is === 'local-failure'
        ? `given up here: ${saw.outcome.code}`
        : saw.outcome.is.replaceAll('-', ' ')
  return [
    ...fact('outcome', 'TLS handshake', outcome),
    ...fact(
      'after',
      'after the handshake',
      saw.outcome.is === 'secure' ? saw.afterSecure.replaceAll('-', ' ') : null,
    ),
    ...fact('sni', 'server name sent (SNI)', saw.servername ?? 'none', 'context'),
    ...fact('offered', 'TLS versions offered', saw.offered.join(', ')),
    ...fact('version', 'TLS version', saw.negotiated?.version),
    ...fact('cipher', 'cipher suite', saw.negotiated?.cipher, 'context'),
    ...fact(
      'leaf',
      'certificate',
      leaf === undefined ? null : `${leaf.subject}, SHA-256 ${leaf.fingerprint256.slice(0, 23)}…`,
    ),
    ...fact(
      'chain',
      'chain',
      leaf === undefined ? null : saw.chain.map(({ subject }) => subject).join(' ← '),
    ),
    ...fact(
      'trusted',
      'chain, by the driver’s store',
      verdict === undefined
        ? null
        : verdict.trusted
          ? 'trusted'
          : unordered(verdict.defects.map(({ is }) => is.replaceAll('-', ' '))),
    ),
    ...fact(
      'client',
      'client certificate',
      saw.clientCertificate.requested
        ? saw.clientCertificate.sent
          ? 'asked for and sent'
          : 'asked for, none sent'
        : leaf === undefined
          ? null
          : 'not asked for',
    ),
  ]
}
