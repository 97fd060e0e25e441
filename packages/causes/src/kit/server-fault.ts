import { serveMongo, serveReplicaSet } from '@mongowhy/fault-kit'
import type { MongoOptions, MongoUser, ReplicaSetOptions, Served } from '@mongowhy/fault-kit'

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
export async function startServer(options: MongoOptions, path = '/?authSource=admin'): Promise<StartedFault> {
  const served = await serveMongo({ users: [ada], ...options })
  return reached(served, path)
}

/** A set without TLS, met at its first member. */
export async function startSet(options: ReplicaSetOptions, path: string): Promise<StartedFault> {
  const served = await serveReplicaSet({ users: [ada], ...options })
  return reached(served, path)
}

function reached(served: Served, path: string): StartedFault {
  return {
    uri: `mongodb://${credentials}${served.host}:${served.port}${path}`,
    stop: () => served.stop(),
  }
}
