import { says } from '@mongowhy/core'
import type { Advice, Citation, Evidence } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { isFar, leastLimit, packetAgainMs, smallOperation } from '../kit/way.ts'

/** A `socketTimeoutMS` that the smallest operation keeps, with little to spare. Milliseconds. */
export interface ThinLimit {
  readonly limitMs: number
  readonly operationMs: number
  readonly leastMs: number
}

/**
 * A limit on operations that is enough for a ping, and hardly for more than that; null: there is none. `timeoutMS` is not
 * among them: the driver that measured heeds it no longer.
 */
export function thinLimit(evidence: Evidence): (ThinLimit & { readonly because: Citation }) | null {
  const limitMs = effective(evidence)?.limits?.socketTimeoutMS ?? null
  const operation = smallOperation(evidence)
  if (limitMs === null || limitMs === 0 || operation === undefined) return null
  const leastMs = leastLimit(operation.tookMs, isFar(evidence), packetAgainMs)
  if (limitMs >= leastMs) return null
  return { limitMs, operationMs: operation.tookMs, leastMs, because: operation.measured }
}

export function adviseThin({ limitMs, operationMs, leastMs }: ThinLimit): Advice {
  return {
    title: says`socketTimeoutMS=${limitMs} leaves little room: the smallest operation took ${Math.round(operationMs)} ms`,
    explanation: says`A ping or the read of one document is the least that there is, and took ${Math.round(operationMs)} ms on this path. What is longer than the limit, or meets a lost packet, is broken off with its connection, and the server goes on with it all the same.`,
    steps: [
      says`Set socketTimeoutMS to ${leastMs} at the least, and above what your slowest operation should be allowed to take.`,
      says`Better, leave it out and bound operations with maxTimeMS: that tells the server to stop.`,
    ],
    confirm: says`Measure again at a busy hour: mongowhy --repeat 20 shows how far the times spread.`,
  }
}
