import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'

import type { CommandStartedEvent, MongoClient } from 'mongodb'

/**
 * Tells the server that its sessions are over where that can be begun within `politelyMs`, and ends every socket. The
 * server's answer is not waited for: it says nothing, and costs every diagnosis a round trip. Never rejects.
 */
export async function closeDriver(client: MongoClient, politelyMs: number): Promise<void> {
  const stop = new AbortController()
  const told = farewell(client, stop.signal).then(nextTurn)
  const closed = client.close().catch(() => {})
  const late = delay(politelyMs, undefined, { signal: stop.signal }).catch(() => {})
  await Promise.race([closed, told, late])
  stop.abort()
  // `close` waits for answers that may never come; without its sockets it ends.
  const topology: unknown = Reflect.get(client, 'topology')
  if (isTopology(topology)) {
    topology.closeCheckedOutConnections()
    topology.close()
  }
  await closed
}

/** Resolves when the driver says its last, which needs `monitorCommands`; never rejects. */
function farewell(client: MongoClient, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const heard = ({ commandName }: CommandStartedEvent): void => {
      if (commandName === 'endSessions') resolve()
    }
    client.on('commandStarted', heard)
    until.addEventListener('abort', () => client.off('commandStarted', heard), { once: true })
  })
}

interface Topology {
  closeCheckedOutConnections(): void
  close(): void
}

function isTopology(value: unknown): value is Topology {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'close') === 'function' &&
    typeof Reflect.get(value, 'closeCheckedOutConnections') === 'function'
  )
}
