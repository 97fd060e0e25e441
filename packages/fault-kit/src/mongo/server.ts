import { ObjectId } from 'bson'

import { usersOf } from './auth/users.ts'
import type { Users } from './auth/users.ts'
import { Store } from './data/store.ts'
import type { MongoOptions, ServerRole } from './options.ts'

/** A server's state, shared by its connections. */
export interface Server {
  readonly options: MongoOptions
  readonly role: ServerRole
  readonly compat: 'mongodb' | 'atlas'
  readonly product: 'mongodb' | 'ferretdb' | 'documentdb' | 'cosmosdb'
  readonly version: string
  readonly users: Users
  readonly store: Store
  readonly processId: ObjectId
  /** `host:port` as this server names itself; known once it listens. */
  address: string
  /** What the member knows of its set beyond its options; null outside of `serveReplicaSet`. */
  membership: Membership | null
  connections: number
  readonly seen: SeenCommand[]
}

/** The members of a set by their names in it. */
export interface Membership {
  readonly me: string
  readonly hosts: readonly string[]
  readonly passives: readonly string[]
  readonly arbiters: readonly string[]
  readonly primary: string | null
  /** How many of the data-bearing members are up, and so copy what is written. */
  readonly copying: number
}

/** A command that arrived, for tests that ask what a client sent. */
export interface SeenCommand {
  readonly connectionId: number
  readonly secure: boolean
  readonly name: string
  readonly database: string
}

/** How many commands are remembered; a lab's longest test sends fewer. */
export const seenAtMost = 10_000

export function newServer(options: MongoOptions, store: Store = new Store()): Server {
  store.seed(options.data)
  return {
    options,
    role: options.role ?? (options.setName === undefined ? 'standalone' : 'primary'),
    compat: options.compat ?? 'mongodb',
    product: options.product ?? 'mongodb',
    version: options.version ?? '8.0.4',
    users: usersOf(options),
    store,
    processId: new ObjectId(),
    address: 'localhost:27017',
    membership: null,
    connections: 0,
    seen: [],
  }
}
