import type { Readable } from 'node:stream'

/**
 * Exactly `count` bytes of a paused stream; what follows stays in it. null when it ended or failed before that.
 * The caller bounds the wait by destroying the stream.
 */
export function receive(from: Readable, count: number): Promise<Buffer | null> {
  if (count === 0) return Promise.resolve(Buffer.alloc(0))
  return new Promise((resolve) => {
    const end = (received: Buffer | null): void => {
      for (const event of events) from.removeListener(event, look)
      resolve(received)
    }
    // One subscription for the whole wait: a new one is told at once of the bytes that are there already, however few, so
    // subscribing anew after each look would spin for ever without letting a timer run.
    const look = (): void => {
      const chunk: unknown = from.read(count)
      if (Buffer.isBuffer(chunk)) end(chunk.length === count ? chunk : null)
      else if (from.readableEnded || from.destroyed) end(null)
    }
    for (const event of events) from.on(event, look)
    look()
  })
}

const events = ['readable', 'end', 'close', 'error'] as const

/** At most `limit` bytes that have arrived already; empty when there are none. */
export function arrived(from: Readable, limit: number): Buffer {
  const size = Math.min(limit, from.readableLength)
  const chunk: unknown = size === 0 ? null : from.read(size)
  return Buffer.isBuffer(chunk) ? chunk : Buffer.alloc(0)
}
