import { says, together } from '@mongowhy/core'
import type { Advice, Citations, Evidence } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { isFar, leastLimit, newConnection, packetAgainMs, smallOperation } from '../kit/way.ts'

/** A limit that the smallest operation keeps, with little to spare. Times in milliseconds. */
export interface ThinLimit {
  readonly option: 'socketTimeoutMS' | 'timeoutMS'
  readonly limitMs: number
  readonly operationMs: number
  /** What a connection takes that has to be opened first; null where the limit does not bound that. */
  readonly connectMs: number | null
  readonly leastMs: number
}

/** A limit on operations that is enough for a ping, and hardly for more than that; null: there is none. */
export function thinLimit(evidence: Evidence): (ThinLimit & { readonly because: Citations }) | null {
  const limits = effective(evidence)?.limits
  const operation = smallOperation(evidence)
  if (limits === undefined || operation === undefined) return null
  const far = isFar(evidence)
  const operationMs = operation.tookMs
  const leastOf = (tookMs: number): number => leastLimit(tookMs, far, packetAgainMs)
  const { socketTimeoutMS, timeoutMS } = limits
  if (socketTimeoutMS !== null && socketTimeoutMS > 0 && socketTimeoutMS < leastOf(operationMs)) {
    const found = {
      option: 'socketTimeoutMS',
      limitMs: socketTimeoutMS,
      operationMs,
      connectMs: null,
    } as const
    return { ...found, leastMs: leastOf(operationMs), because: [operation.measured] }
  }
  if (timeoutMS === null || timeoutMS <= 0) return null
  // It bounds choosing a server and a new connection as well, which an operation waits for where none is free.
  const connection = newConnection(evidence)
  const connectMs = connection?.tookMs ?? 0
  if (timeoutMS >= leastOf(operationMs) && timeoutMS >= operationMs + connectMs) return null
  const leastMs = leastOf(operationMs + connectMs)
  const because: Citations = [operation.measured, ...(connection === undefined ? [] : [connection.measured])]
  return { option: 'timeoutMS', limitMs: timeoutMS, operationMs, connectMs, leastMs, because }
}

export function adviseThin({ option, limitMs, operationMs, connectMs, leastMs }: ThinLimit): Advice {
  const connecting =
    connectMs === null
      ? says`What is longer than that, or meets a lost packet, is broken off, and the server goes on with it all the same.`
      : says`The limit also bounds choosing a server and opening a connection, which took ${Math.round(connectMs)} ms here: an operation that finds no connection free is broken off.`
  return {
    title: says`${option}=${limitMs} is hardly more than the smallest operation takes here (${Math.round(operationMs)} ms)`,
    explanation: together(
      says`A ping or the read of one document is the least that there is, and took ${Math.round(operationMs)} ms on this path.`,
      connecting,
    ),
    steps: [
      says`Set ${option} to ${leastMs} at the least, and above what your slowest operation should be allowed to take.`,
      ...(option === 'socketTimeoutMS'
        ? [
            says`Better, leave socketTimeoutMS out and bound operations with timeoutMS or maxTimeMS: those tell the server to stop.`,
          ]
        : []),
    ],
    confirm: says`Measure again at a busy hour: mongowhy --repeat 20 shows how far the times spread.`,
  }
}
