import type { MongoClient } from 'mongodb'

import { connect } from '../connect.ts'
import type { CollectionDefinitions } from '../collections/define.ts'
import type { Mongo } from '../mongo.ts'
import type { ConnectOptions } from '../options.ts'

/** The part of a Mongoose connection that is used here. */
interface ConnectionLike<Connection> {
  setClient(client: MongoClient): unknown
  useDb(name: string, options?: { readonly useCache?: boolean }): Connection
}

/** The part of Mongoose that is used here. */
interface MongooseLike<Connection extends ConnectionLike<Connection>> {
  createConnection(): Connection
}

/**
 * Connects as `connect()` does and gives the client to a Mongoose connection, so that models fail at once and say why.
 * The database is that of the configuration. Close with `mongo.close()`.
 */
export async function connectMongoose<
  Connection extends ConnectionLike<Connection>,
  Definitions extends CollectionDefinitions = Record<never, never>,
>(
  mongoose: MongooseLike<Connection>,
  options: ConnectOptions<Definitions> = {},
): Promise<{ readonly mongo: Mongo<Definitions>; readonly connection: Connection }> {
  const mongo = await connect(options)
  const root = mongoose.createConnection()
  root.setClient(mongo.client)
  return { mongo, connection: root.useDb(mongo.db.databaseName, { useCache: true }) }
}
