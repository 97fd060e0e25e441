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

export function watch(client: MongoClient, redact: Redaction): Watch {
  let began: number | null = null
  let last: TopologyDescription | null = null
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
