import { says } from '@mongowhy/core'
import type { Citation, Evidence } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { newConnection, smallOperation } from '../kit/way.ts'

/** A setting of the pool that does not fit the path, with the measure that it does not fit. Whole milliseconds. */
export type PoolLimit =
  | { readonly option: 'waitQueueTimeoutMS'; readonly limitMs: number; readonly connectMs: number }
  | {
      readonly option: 'maxPoolSize'
      readonly connections: number
      readonly operationMs: number
      readonly perSecond: number
    }

// What a small web application does in a second; a pool that carries less is a bottleneck that nobody intended.
const leastPerSecond = 100

/** What the settings of the pool mean on this path. `fine`: what was measured, where it speaks against a limit that is too small. */
export function poolLimit(evidence: Evidence): {
  readonly waitQueueTimeoutMS: number | null
  readonly found: { readonly limit: PoolLimit; readonly because: Citation } | null
  readonly fine: Citation | null
} {
  const limits = effective(evidence)?.limits
  const waitQueueTimeoutMS = limits?.waitQueueTimeoutMS ?? null
  const connection = newConnection(evidence)
  const operation = smallOperation(evidence)
  const none = { waitQueueTimeoutMS, found: null }
  if (waitQueueTimeoutMS !== null && waitQueueTimeoutMS > 0 && connection !== undefined) {
    const connectMs = Math.round(connection.tookMs)
    if (waitQueueTimeoutMS < connectMs) {
      const limit: PoolLimit = { option: 'waitQueueTimeoutMS', limitMs: waitQueueTimeoutMS, connectMs }
      return { waitQueueTimeoutMS, found: { limit, because: connection.measured }, fine: null }
    }
  }
  if (operation === undefined) return { ...none, fine: null }
  const connections = limits?.maxPoolSize ?? null
  const perSecond = Math.floor((1_000 * (connections ?? 0)) / Math.max(1, operation.tookMs))
  if (connections !== null && connections > 0 && perSecond < leastPerSecond) {
    const operationMs = Math.round(operation.tookMs)
    const limit: PoolLimit = { option: 'maxPoolSize', connections, operationMs, perSecond }
    const because = {
      ...operation.measured,
      says: says`the smallest operation took ${operationMs} ms, and the pool has ${connections} for them`,
    }
    return { waitQueueTimeoutMS, found: { limit, because }, fine: null }
  }
  return { ...none, fine: operation.measured }
}
