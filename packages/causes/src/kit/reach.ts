import { cite, endpointParts, says, seenBy } from '@mongowhy/core'
import type {
  Citation,
  Endpoint,
  Evidence,
  HelloFacts,
  MemberRole,
  SeenLook,
  TcpSighting,
} from '@mongowhy/core'

import { effective, handshakes, seedList, transportOf } from './deployment.ts'
import { unsteadyAt } from './rounds.ts'

export type TcpLook = SeenLook<'tcp.connect'>

/** What the connection attempts to all addresses of one endpoint amount to. */
export interface Reach {
  readonly looks: readonly TcpLook[]
  readonly open: readonly TcpLook[]
  readonly refused: readonly TcpLook[]
  readonly silent: readonly TcpLook[]
  readonly unreachable: readonly TcpLook[]
}

/** The attempts at one endpoint, sorted by what came of them. */
export function reachOf(evidence: Evidence, at: Endpoint | null): Reach {
  const looks = seenBy(evidence, 'tcp.connect', at ?? undefined)
  const ended = (is: TcpSighting['outcome']['is']): readonly TcpLook[] =>
    looks.filter(({ saw }) => saw.outcome.is === is)
  return {
    looks,
    open: ended('open'),
    refused: ended('refused'),
    silent: ended('silent'),
    unreachable: ended('unreachable'),
  }
}

/**
 * The system's "forbidden", where it may have been told so: by IPv6 a firewall elsewhere makes the same error as a rule of
 * this machine, unless the routing itself says no.
 */
export function mayBeToldForbidden({ family, outcome }: TcpSighting): boolean {
  return (
    outcome.is === 'failed' && outcome.errno === 'EACCES' && family === 'ipv6' && outcome.routed !== false
  )
}

/** One attempt in words. */
export function citeTcp(look: TcpLook): Citation {
  const { address, port, outcome } = look.saw
  const where =
    port === null ? address : address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
  switch (outcome.is) {
    case 'open':
      return cite(look, says`${where} accepts connections`)
    case 'refused':
      return cite(look, says`${where} refused the connection`)
    case 'silent':
      return cite(look, says`${where} did not answer within ${Math.round(look.tookMs)} ms`)
    case 'unreachable':
      return cite(look, says`there is no way to ${where} (${outcome.errno})`)
    case 'reset':
      return cite(look, says`${where} accepted and reset at once`)
    case 'socket-missing':
      return cite(look, says`${where} does not exist`)
    case 'socket-denied':
      return cite(look, says`this user may not open ${where}`)
    case 'failed':
      return cite(look, says`connecting to ${where} failed (${outcome.errno})`)
  }
}

const writable: readonly MemberRole[] = ['primary', 'mongos', 'standalone', 'load-balanced']

/** A hello that was answered, as the driver gets it too. */
export interface UsableAnswer {
  readonly endpoint: Endpoint
  readonly hello: HelloFacts
}

/**
 * Answers over the driver's own transport, from peers that it takes for who they say they are: a member whose certificate
 * it refuses answered us, and is of no use to it.
 */
export function usableAnswers(evidence: Evidence): readonly UsableAnswer[] {
  const transport = transportOf(evidence)
  const anyPeer = effective(evidence)?.tlsAllowInvalidCertificates === true
  return seenBy(evidence, 'wire.hello').flatMap(({ ask: { endpoint }, saw }) => {
    if (endpoint === null || saw.transport !== transport || saw.outcome.is !== 'reply') return []
    const refused =
      transport === 'tls' &&
      handshakes(evidence, endpoint).some(
        (look) => look.saw.address === saw.address && look.saw.runtimeVerdict !== null,
      )
    return refused && !anyPeer ? [] : [{ endpoint, hello: saw.outcome.hello }]
  })
}

/** Whether a member takes writes. */
export function takesWrites({ hello: { role } }: UsableAnswer): boolean {
  return writable.includes(role)
}

/**
 * Whether the fault of one endpoint keeps the target from being used: not where the driver can use another one that takes
 * writes; then the set works, and the dead member is worth knowing. What comes and goes was looked for, and is found.
 */
export function bearingAt(evidence: Evidence, at: Endpoint | null): 'fault' | 'advisory' {
  return bearingOfAll(evidence, at === null ? [] : [at])
}

/** The same of the fault of several endpoints; of none: of a target without which nothing is left. */
export function bearingOfAll(evidence: Evidence, places: readonly Endpoint[]): 'fault' | 'advisory' {
  if (places.some((at) => unsteadyAt(evidence, at).length > 0)) return 'fault'
  const usable = usableAnswers(evidence)
  const elsewhere = usable.some((answer) => !places.includes(answer.endpoint) && takesWrites(answer))
  // The others are learnt of from a seed; one that the driver refuses tells it of nobody.
  const seeds = seedList(evidence)
  const found = usable.some(({ endpoint }) => seeds.includes(endpoint))
  return elsewhere && found ? 'advisory' : 'fault'
}

/** `host` and `port` of an endpoint for people; a Unix socket has no port. */
export function hostOf(endpoint: Endpoint): string {
  return endpointParts(endpoint).host
}
