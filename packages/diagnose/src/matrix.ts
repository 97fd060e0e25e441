import { seenBy } from '@mongowhy/core'
import { makeLook } from '@mongowhy/probes'
import type { ApproachSettings, ProbeContext } from '@mongowhy/probes'

import type { EvidenceNow } from './investigate.ts'

// A set's members are mostly configured alike; more matrices than this are asked for one by one.
const mostServers = 8
// For one hello: who answers, answers within a round trip or two.
const helloMs = 2_000

/** The matrix of TLS versions and suites of each member, at the first of its addresses that is open. */
export async function lookAtMatrix(
  ctx: ProbeContext,
  settings: ApproachSettings,
  now: EvidenceNow,
): Promise<void> {
  const open = new Map<string, string>()
  for (const { ask, saw } of seenBy(now(), 'tcp.connect')) {
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
