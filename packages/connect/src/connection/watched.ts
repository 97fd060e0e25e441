import type { MongoClient, ServerHeartbeatFailedEvent } from 'mongodb'

import { MetricsWatch } from '../metrics/metrics.ts'
import { PoolWatch } from '../status/pool-watch.ts'

/** What is known of a client from its events. One for each client, however many handles share it. */
export interface Watched {
  readonly metrics: MetricsWatch
  readonly pool: PoolWatch
  /** The last error with which a server could not be reached; null: there was none. */
  readonly lastFailure: () => Error | null
}

const watches = new WeakMap<MongoClient, Watched>()

/** The watch of a client, begun now where there was none: best before it connects, so that everything is counted. */
export function watchOf(client: MongoClient): Watched {
  const there = watches.get(client)
  if (there !== undefined) return there
  // Handles that share the client add listeners of their own, as many as there are handles.
  client.setMaxListeners(0)
  let last: Error | null = null
  client.on('serverHeartbeatFailed', ({ failure }: ServerHeartbeatFailedEvent) => {
    last = failure
  })
  const made = { metrics: new MetricsWatch(client), pool: new PoolWatch(client), lastFailure: () => last }
  watches.set(client, made)
  return made
}
