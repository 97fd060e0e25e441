import type { MongoClient, ServerHeartbeatFailedEvent, TopologyDescription } from 'mongodb'

import { MetricsWatch } from '../metrics/metrics.ts'
import { PoolWatch } from '../status/pool-watch.ts'
import { isRenewing } from './renew.ts'

/** What is known of a client from its events. One for each client, however many handles share it. */
export interface Watched {
  readonly metrics: MetricsWatch
  readonly pool: PoolWatch
  /** The last error with which a server could not be reached; null: there was none. */
  readonly lastFailure: () => Error | null
  /** Whether the driver has a server that it would write to. */
  readonly knowsServer: () => boolean
  /** Whether somebody closed the client, and not to open it again. */
  readonly isClosed: () => boolean
}

const watches = new WeakMap<MongoClient, Watched>()

/** The watch of a client, begun now where there was none: best before it connects, so that everything is counted. */
export function watchOf(client: MongoClient): Watched {
  const there = watches.get(client)
  if (there !== undefined) return there
  // Handles that share the client add listeners of their own, as many as there are handles.
  client.setMaxListeners(0)
  let last: Error | null = null
  let [known, closed] = [false, false]
  client.on('serverHeartbeatFailed', ({ failure }: ServerHeartbeatFailedEvent) => {
    last = failure
  })
  client.on('topologyDescriptionChanged', ({ newDescription }) => {
    known = isWritable(newDescription)
  })
  client.on('topologyClosed', () => {
    closed = !isRenewing(client)
  })
  const made: Watched = {
    metrics: new MetricsWatch(client),
    pool: new PoolWatch(client),
    lastFailure: () => last,
    knowsServer: () => known,
    isClosed: () => closed,
  }
  watches.set(client, made)
  return made
}

function isWritable({ type, hasKnownServers }: TopologyDescription): boolean {
  return hasKnownServers && type !== 'ReplicaSetNoPrimary'
}
