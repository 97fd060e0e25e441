import { seenBy } from '@mongowhy/core'
import type { Evidence } from '@mongowhy/core'
import { makeLook } from '@mongowhy/probes'
import type { ApproachSettings, ProbeContext } from '@mongowhy/probes'

import type { EvidenceNow } from './investigate.ts'

// A set's members are mostly configured alike; more matrices than this are asked for one by one.
const mostServers = 8
// For one hello: who answers, answers within a round trip or two.
const helloMs = 2_000

/**
 * The matrix of TLS versions and suites of each member, at the first of its addresses that is open. Where every member
 * shook hands, it is looked at beside the driver's attempt; otherwise last, so that nothing disturbs the search for the fault.
 */
export class Matrix {
  readonly #ctx: ProbeContext
  readonly #settings: ApproachSettings
  readonly #now: EvidenceNow
  #run: Promise<void> | null = null

  constructor(ctx: ProbeContext, settings: ApproachSettings, now: EvidenceNow) {
    this.#ctx = ctx
    this.#settings = settings
    this.#now = now
  }

  /** Begins it where it was asked for and nothing is wrong with the handshakes. */
  beginEarly(): void {
    if (this.#ctx.options.tlsMatrix && allShookHands(this.#now())) void this.#begin()
  }

  /** Resolves when it is done; at once where it was not asked for. */
  async end(): Promise<void> {
    if (this.#ctx.options.tlsMatrix) await this.#begin()
  }

  #begin(): Promise<void> {
    return (this.#run ??= look(this.#ctx, this.#settings, this.#now()))
  }
}

function allShookHands(evidence: Evidence): boolean {
  const opened = seenBy(evidence, 'tcp.connect')
  const shaken = seenBy(evidence, 'tls.handshake').filter(({ saw }) => saw.outcome.is === 'secure')
  return opened.length > 0 && opened.length === shaken.length
}

async function look(ctx: ProbeContext, settings: ApproachSettings, evidence: Evidence): Promise<void> {
  const open = new Map<string, string>()
  for (const { ask, saw } of seenBy(evidence, 'tcp.connect')) {
    const { endpoint, vary } = ask
    if (endpoint === null || saw.outcome.is !== 'open' || open.has(endpoint)) continue
    open.set(endpoint, vary.address)
  }
  await Promise.all(
    [...open]
      .slice(0, mostServers)
      .map(([endpoint, address]) =>
        makeLook(
          ctx,
          settings,
          { probe: 'tls.matrix', endpoint, vary: { address } },
          Math.min(helloMs, ctx.options.stageTimeoutMs),
        ),
      ),
  )
}
