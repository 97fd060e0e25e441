import type { Readable } from 'node:stream'

/**
 * Exactly `count` bytes of a paused stream; what follows stays in it. null when it ended or failed before that.
 * The caller bounds the wait by destroying the stream.
 */
export async function receive(from: Readable, count: number): Promise<Buffer | null> {
  for (;;) {
    const chunk: unknown = from.read(count)
    if (Buffer.isBuffer(chunk)) return chunk.length === count ? chunk : null
    if (from.readableEnded || from.destroyed) return null
    await readable(from)
  }
}

/** At most `limit` bytes that have arrived already; empty when there are none. */
export function arrived(from: Readable, limit: number): Buffer {
  const size = Math.min(limit, from.readableLength)
  const chunk: unknown = size === 0 ? null : from.read(size)
  return Buffer.isBuffer(chunk) ? chunk : Buffer.alloc(0)
}

function readable(from: Readable): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of events) from.removeListener(event, done)
      resolve()
    }
    const events = ['readable', 'end', 'close', 'error']
    for (const event of events) from.on(event, done)
  })
}
