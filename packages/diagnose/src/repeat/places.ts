import { burst, seenBy, trialsOf, repetition } from '@mongowhy/core'
import type { Ask, Endpoint, Evidence } from '@mongowhy/core'
import { effective, handshakes } from '@mongowhy/causes/kit'

/** One address of one member, and whether the driver's path failed on it. */
export interface Place {
  readonly endpoint: Endpoint
  readonly address: string
  readonly failed: boolean
}

// Each place is walked in every round; a set has seven voting members, most names one or two addresses.
const mostPlaces = 16

/** Every place that was approached, those that failed first. Pure. */
export function placesIn(evidence: Evidence): readonly Place[] {
  const found = new Map<string, Place>()
  for (const look of [...seenBy(evidence, 'tcp.connect'), ...seenBy(evidence, 'proxy.connect')]) {
    const { endpoint, vary } = look.ask
    if (endpoint === null) continue
    const address = 'address' in vary ? vary.address : hostOf(endpoint)
    found.set(`${endpoint} ${address}`, {
      endpoint,
      address,
      failed: !wentThrough(evidence, endpoint, address),
    })
  }
  return [...found.values()].toSorted((a, b) => Number(b.failed) - Number(a.failed)).slice(0, mostPlaces)
}

function hostOf(endpoint: Endpoint): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':')).replace(/^\[|\]$/g, '')
}

/** The hello was answered over the transport that the driver uses, by a peer that it accepts. */
function wentThrough(evidence: Evidence, endpoint: Endpoint, address: string): boolean {
  const options = effective(evidence)
  const transport = options?.tls === true ? 'tls' : 'plain'
  const replied = seenBy(evidence, 'wire.hello', endpoint).some(
    ({ saw }) => saw.address === address && saw.transport === transport && saw.outcome.is === 'reply',
  )
  const refused = handshakes(evidence, endpoint).some(
    ({ saw }) =>
      saw.address === address && saw.runtimeVerdict !== null && options?.tlsAllowInvalidCertificates !== true,
  )
  return replied && !refused
}

/** The walks of one round: what failed is the variation, what went through its control. Pure. */
export function roundOf(places: readonly Place[], round: number): readonly Ask[] {
  const anyFailed = places.some(({ failed }) => failed)
  return places.map(({ endpoint, address, failed }) => ({
    probe: 'path.walk',
    endpoint,
    vary: { address },
    trial: { experiment: repetition, arm: anyFailed && !failed ? 'control' : 'variation', round },
  }))
}

// A driver opens two connections to a server before it works with it, and so does each program beside it.
const atOnce = 4

/** The walks of one round that are made at the same time, to what went through one at a time. Pure. */
export function burstOf(places: readonly Place[], round: number): readonly Ask[] {
  return places.flatMap(({ endpoint, address }) =>
    Array.from({ length: atOnce }, () => ({
      probe: 'path.walk' as const,
      endpoint,
      vary: { address },
      trial: { experiment: burst, arm: 'variation' as const, round },
    })),
  )
}

/** Whether no walk of the repetition went through. */
export function nonePassed(evidence: Evidence): boolean {
  const walks = trialsOf(evidence, repetition, 'path.walk')
  return walks.every((look) => look.status !== 'seen' || look.saw.failed !== null)
}

/** Whether every walk of the repetition went through. */
export function allPassed(evidence: Evidence): boolean {
  const walks = trialsOf(evidence, repetition, 'path.walk')
  return walks.length > 0 && walks.every((look) => look.status === 'seen' && look.saw.failed === null)
}

/** Whether the driver's whole way may be repeated: it got in before, and no login of this run was refused. */
export function mayRepeatDriver(evidence: Evidence): boolean {
  const connected = seenBy(evidence, 'driver.connect').some(({ saw }) => saw.outcome.is === 'connected')
  const refused = trialsOf(evidence, repetition, 'driver.try').some(
    (look) =>
      look.status === 'seen' && look.saw.outcome.is === 'failed' && look.saw.outcome.phase === 'login',
  )
  return connected && !refused
}
