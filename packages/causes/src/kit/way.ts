import { cite, endpointParts, firstSeen, says, seenBy } from '@mongowhy/core'
import type { Citation, Evidence, SeenLook } from '@mongowhy/core'

/** What the way to a server's first answer took, in milliseconds. */
export interface WayParts {
  readonly name: number
  readonly tcp: number
  readonly tls: number
  readonly hello: number
}

export interface Way {
  readonly hello: SeenLook<'wire.hello'>
  readonly parts: WayParts
}

/** Every way on which a server answered. A reply that was read from a connection opened for another look has no TCP part. */
export function ways(evidence: Evidence): readonly Way[] {
  return seenBy(evidence, 'wire.hello').flatMap((hello) => {
    const { roundTripMs, address, outcome, transport } = hello.saw
    const { endpoint } = hello.ask
    if (outcome.is !== 'reply' || roundTripMs === null || endpoint === null) return []
    const tcp = seenBy(evidence, 'tcp.connect', endpoint).find(({ saw }) => saw.address === address)
    const tls = seenBy(evidence, 'tls.handshake', endpoint).find(({ saw }) => saw.address === address)
    const { host } = endpointParts(endpoint)
    const names = seenBy(evidence, 'dns.query').filter(
      ({ saw }) => saw.name.toLowerCase() === host && saw.outcome === 'answer' && saw.type !== 'SRV',
    )
    return [
      {
        hello,
        parts: {
          name: names.length === 0 ? 0 : Math.min(...names.map(({ tookMs }) => tookMs)),
          tcp: tcp?.saw.outcome.is === 'open' ? tcp.saw.outcome.roundTripMs : 0,
          tls: transport === 'tls' ? (tls?.tookMs ?? 0) : 0,
          hello: roundTripMs,
        },
      },
    ]
  })
}

export function fastestWay(evidence: Evidence): Way | undefined {
  return ways(evidence).toSorted((a, b) => wholeMs(a.parts) - wholeMs(b.parts))[0]
}

export function wholeMs({ name, tcp, tls, hello }: WayParts): number {
  return name + tcp + tls + hello
}

/** `a:27017 answered 320 ms after we set out`. */
export function citeWay({ hello, parts }: Way): Citation {
  return cite(
    hello,
    says`${hello.ask.endpoint ?? ''} answered ${Math.round(wholeMs(parts))} ms after we set out`,
  )
}

export function partsText({ name, tcp, tls, hello }: WayParts): string {
  const ms = (value: number): string => `${Math.round(value)} ms`
  return `name resolution ${ms(name)}, TCP ${ms(tcp)}, TLS ${ms(tls)}, first answer ${ms(hello)}`
}

/**
 * What a new connection of the pool takes until it can be used: as the driver's own took, login included, or as ours did
 * where nobody logs in. Undefined: neither was measured.
 */
export function newConnection(
  evidence: Evidence,
): { readonly tookMs: number; readonly measured: Citation } | undefined {
  const login = firstSeen(evidence, 'auth.login')
  if (login?.saw.outcome.is === 'logged-in') {
    const { tookMs } = login
    const said = says`the driver's connection was open and logged in after ${Math.round(tookMs)} ms`
    return { tookMs, measured: cite(login, said) }
  }
  const way = fastestWay(evidence)
  if (way === undefined) return undefined
  const tookMs = wholeMs(way.parts) - way.parts.name
  const said = says`a connection to ${way.hello.ask.endpoint ?? ''} was open and had its first answer after ${Math.round(tookMs)} ms`
  return { tookMs, measured: cite(way.hello, said) }
}

/** The slowest of the smallest operations there are: a ping, one document. Undefined: none was done. */
export function smallOperation(
  evidence: Evidence,
): { readonly tookMs: number; readonly measured: Citation } | undefined {
  const small = seenBy(evidence, 'ops.run').filter(
    ({ saw }) => saw.outcome.is === 'done' && (saw.operation === 'ping' || saw.operation === 'read'),
  )
  const slowest = small.toSorted((a, b) => b.tookMs - a.tookMs)[0]
  if (slowest === undefined) return undefined
  const said = says`${slowest.saw.operation} on ${slowest.saw.namespace} took ${Math.round(slowest.tookMs)} ms`
  return { tookMs: slowest.tookMs, measured: cite(slowest, said) }
}

// Nearer than that is a machine's own network, where a packet is hardly ever lost.
const farMs = 10
// TCP waits so long before it sends a first packet again (RFC 6298, 2.1), and Linux at least so long for any other.
export const firstPacketAgainMs = 1_000
export const packetAgainMs = 200

/** Whether packets leave the machine's own network on the way, where some get lost. */
export function isFar(evidence: Evidence): boolean {
  return seenBy(evidence, 'tcp.connect').some(
    ({ saw }) => saw.outcome.is === 'open' && saw.outcome.roundTripMs >= farMs,
  )
}

// A path that is measured once is as slow as three times that in an unlucky moment.
const usualSpread = 3

/** The least that a limit should be: three times what was measured, and on a long path one lost packet more. */
export function leastLimit(tookMs: number, far: boolean, lostPacketMs: number): number {
  return Math.ceil(Math.max(usualSpread * tookMs, far ? tookMs + lostPacketMs : 0))
}
