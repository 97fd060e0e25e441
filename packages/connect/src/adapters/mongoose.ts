import type { MongoClient } from 'mongodb'

import { connectBy } from '../connect.ts'
import type { CollectionDefinitions } from '../collections/define.ts'
import { text } from '../configuration/variables.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import type { Mongo } from '../mongo.ts'
import type { ConnectOptions } from '../options.ts'

/** The part of a Mongoose connection that is used here. */
interface ConnectionLike<Connection> {
  setClient(client: never): unknown
  useDb(name: string, options?: { readonly useCache?: boolean }): Connection
}

/** The part of Mongoose that is used here. */
interface MongooseLike<Connection extends ConnectionLike<Connection>> {
  readonly version: string
  readonly mongo: { readonly MongoClient: unknown }
  createConnection(): Connection
}

/**
 * Connects as `connect()` does and gives the client to a Mongoose connection, so that models fail at once and say why.
 * The client is of the driver that Mongoose brings, since it takes no other. The database is that of the configuration.
 * Fallbacks are refused: a model keeps its first client, and would write to a server that is read-only. Close with
 * `mongo.close()`.
 */
export async function connectMongoose<
  Connection extends ConnectionLike<Connection>,
  Definitions extends CollectionDefinitions = Record<never, never>,
>(
  mongoose: MongooseLike<Connection>,
  options: ConnectOptions<Definitions> = {},
): Promise<{ readonly mongo: Mongo<Definitions>; readonly connection: Connection }> {
  refuseFallbacks(options)
  // Mongoose's driver has the same shape as the application's own, and may be another copy or version of it.
  const Client = mongoose.mongo.MongoClient as typeof MongoClient
  const mongo = await connectBy({ Client, name: `mongoose ${mongoose.version}` }, options)
  try {
    const root = mongoose.createConnection()
    root.setClient(mongo.client as never)
    return { mongo, connection: root.useDb(mongo.db.databaseName, { useCache: true }) }
  } catch (error) {
    await mongo.close()
    throw error
  }
}

function refuseFallbacks({ fallbacks = [], env = process.env }: ConnectOptions): void {
  const variable =
    fallbacks.length > 0
      ? 'fallbacks'
      : ['MONGODB_URI_FALLBACKS', 'MONGODB_URI_FALLBACKS_FILE'].find((name) => text(env, name) !== undefined)
  if (variable === undefined) return
  throw new ConfigurationError([
    {
      code: 'uri-not-applied',
      variable,
      expected:
        'no fallbacks together with Mongoose, whose models keep the first client that they were given',
      how: 'Unset it, or use the accessors of connect() where fallbacks are wanted.',
    },
  ])
}
