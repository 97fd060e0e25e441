import type { DriverSighting } from '@mongowhy/core'
import type { MongoClient, TopologyDescription } from 'mongodb'

import type { Redaction } from './redaction.ts'
import { serverErrorOf } from './server-error.ts'

/** What the driver did on its way, gathered from its events. */
export interface Watch {
  /** When a connection for commands was begun (`performance.now()`); null while there is none. */
  loginBegan(): number | null
  topology(): Pick<DriverSighting, 'topology' | 'servers'>
}

// The driver asks a server anew every half second while it looks for one: whoever let it in in none of these lets it in at no
// other time soon.
const attempts = 3

/** `onTurnedAway` is called once, when the driver's last attempts at every server that it knows came to nothing. */
export function watch(client: MongoClient, redact: Redaction, onTurnedAway: () => void = () => {}): Watch {
  let began: number | null = null
  let last: TopologyDescription | null = null
  const failures = new Map<string, number>()
  client.on('serverHeartbeatSucceeded', ({ connectionId }) => failures.delete(connectionId))
  client.on('serverHeartbeatFailed', ({ connectionId }) => {
    const failed = (failures.get(connectionId) ?? 0) + 1
    failures.set(connectionId, failed)
    const known = [...(last?.servers.keys() ?? [])]
    if (failed === attempts && known.every((address) => (failures.get(address) ?? 0) >= attempts))
      onTurnedAway()
  })
  client.on('connectionCreated', () => (began ??= performance.now()))
  client.on('topologyDescriptionChanged', ({ newDescription }) => {
    if (newDescription.servers.size > 0) last = newDescription
  })
  return {
    loginBegan: () => began,
    topology: () => (last === null ? { topology: null, servers: [] } : describe(last, redact)),
  }
}

// A set has 50 members at most; a seed list may be longer, and no reader goes on past these.
const mostServers = 64

function describe(
  { type, servers }: TopologyDescription,
  redact: Redaction,
): Pick<DriverSighting, 'topology' | 'servers'> {
  return {
    topology: type,
    servers: [...servers.values()].slice(0, mostServers).map(({ address, type: kind, error }) => ({
      address: address.slice(0, 300),
      type: kind,
      error: error === null ? null : serverErrorOf(error, redact),
    })),
  }
}
