import type { MongoClient } from 'mongodb'

/** Ends the server's session politely where that is quick, and every socket in any case. Never rejects. */
export async function closeDriver(client: MongoClient, politelyMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      // `close` waits for the server to end sessions; a silent one would keep the process. This ends its sockets.
      const topology: unknown = Reflect.get(client, 'topology')
      if (hasClose(topology)) topology.close()
      resolve()
    }, politelyMs)
  })
  const closed = client.close().catch(() => {})
  await Promise.race([closed, late])
  clearTimeout(timer)
  await closed
}

function hasClose(value: unknown): value is { close(): void } {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'close') === 'function'
}
