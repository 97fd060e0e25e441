import type { MongoClientOptions } from 'mongodb'

import type { Configuration, Seat } from '../configuration/configuration.ts'

// The server ends an operation at its `maxTimeMS`; its answer must still have time to arrive.
const answerMs = 1_000

/** What the driver is given beside the connection string: what the user chose, and bounds where the user chose none. */
export function driverOptions(seat: Seat, configuration: Configuration): MongoClientOptions {
  const { driver, operationTimeoutMs } = configuration
  return { ...strict(seat, configuration), ...boundsOf(operationTimeoutMs, seat.uri), ...driver }
}

/** NODE_TLS_REJECT_UNAUTHORIZED=0 would let the driver log in to a peer that nobody verified. */
function strict(seat: Seat, { driver, relaxedTls }: Configuration): MongoClientOptions {
  const tls = driver.tls ?? driver.ssl ?? seat.tls
  return tls && relaxedTls === null ? { rejectUnauthorized: true } : {}
}

/**
 * What `MONGODB_TIMEOUT_MS` comes to beside the `maxTimeMS` of each operation, which only a server that answers keeps:
 * the waits for a server, for a connection, and on a network that is silent.
 */
function boundsOf(ms: number | null, uri: string): MongoClientOptions {
  if (ms === null) return {}
  const given = givenIn(uri)
  const bounds = {
    serverSelectionTimeoutMS: ms,
    waitQueueTimeoutMS: ms,
    socketTimeoutMS: ms + answerMs,
  }
  return Object.fromEntries(Object.entries(bounds).filter(([name]) => !given.has(name.toLowerCase())))
}

function givenIn(uri: string): ReadonlySet<string> {
  const query = uri.includes('?') ? uri.slice(uri.lastIndexOf('?') + 1) : ''
  return new Set([...new URLSearchParams(query).keys()].map((name) => name.toLowerCase()))
}
