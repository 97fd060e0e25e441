import { commandError, serveMongo, serveReplicaSet } from '@mongowhy/fault-kit'
import type { Fields, MongoOptions, MongoUser, ReplicaSetOptions, Served } from '@mongowhy/fault-kit'

import { canary } from './fault.ts'
import type { StartedFault } from './fault.ts'

/** The user of every lab deployment. */
export const ada: MongoUser = {
  name: 'ada',
  password: canary,
  roles: [{ role: 'readWriteAnyDatabase', db: 'admin' }],
}

const credentials = `ada:${canary}@`

/** One server without TLS, and the connection string of its user; `path` is what follows the host. */
export async function startServer(
  options: MongoOptions,
  path = '/?authSource=admin',
  more: StartedFault['options'] = {},
): Promise<StartedFault> {
  const served = await serveMongo({ users: [ada], ...options })
  return { ...reached(served, path), options: more }
}

/** A set without TLS, met at its first member. */
export async function startSet(
  options: ReplicaSetOptions,
  path: string,
  more: StartedFault['options'] = {},
): Promise<StartedFault> {
  const served = await serveReplicaSet({ users: [ada], ...options })
  return { ...reached(served, path), options: more }
}

function reached(served: Served, path: string): StartedFault {
  return {
    uri: `mongodb://${credentials}${served.host}:${served.port}${path}`,
    stop: () => served.stop(),
  }
}

/** Where the lab's write check writes. */
export const writeCheck = { database: 'shop', collection: 'checks' }

/** A hook that answers these commands with one reply, and leaves the others to the server. */
export function refusing(commands: readonly string[], reply: Fields): NonNullable<MongoOptions['onCommand']> {
  return (name) => (commands.includes(name) ? reply : undefined)
}

/** What MongoDB 8.2 answers where its limit on requests is reached. */
export const overloaded: Fields = {
  ...commandError(
    462,
    'IngressRequestRateLimitExceeded',
    "Rate limiter 'ingressRequestRateLimiter' rate exceeded",
  ),
  errorLabels: ['SystemOverloadedError', 'RetryableError'],
}
