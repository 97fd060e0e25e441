import { cite, endpointParts, says, seenBy } from '@mongowhy/core'
import type { Citation, Endpoint, Evidence, MemberRole, SeenLook, TcpSighting } from '@mongowhy/core'

import { transportOf } from './deployment.ts'

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

/**
 * Whether the fault of one endpoint keeps the target from being used: not where another one answered that takes writes;
 * then the set works, and the dead member is worth knowing.
 */
export function bearingAt(evidence: Evidence, at: Endpoint | null): 'fault' | 'advisory' {
  const transport = transportOf(evidence)
  const elsewhere = seenBy(evidence, 'wire.hello').some(
    ({ ask, saw }) =>
      ask.endpoint !== at &&
      saw.transport === transport &&
      saw.outcome.is === 'reply' &&
      writable.includes(saw.outcome.hello.role),
  )
  return elsewhere ? 'advisory' : 'fault'
}

/** `host` and `port` of an endpoint for people; a Unix socket has no port. */
export function hostOf(endpoint: Endpoint): string {
  return endpointParts(endpoint).host
}
