import { MongoClient } from 'mongodb'
import type { MongoClientOptions } from 'mongodb'

import type { CollectionDefinitions } from '../collections/define.ts'
import type { ConnectOptions } from '../options.ts'
import type { DevelopmentTls } from '../tls/development-tls.ts'

/** A connection string that was given, and what is to be made of it. */
export interface GivenSeat {
  /** 0 is the first; the others are fallbacks in order. */
  readonly index: number
  readonly uri: string
  /** Where the connection string came from, for errors. */
  readonly from: string
  readonly readOnly: boolean
}

/** One server or set that may be connected to, with what the connection string says: it is read once, at the connect. */
export interface Seat extends GivenSeat {
  /** Every secret of it, in the forms in which it could turn up in a text. */
  readonly secrets: readonly string[]
  readonly tls: boolean
  readonly certificateKeyFile: string | null
}

/** Whose client is opened: that of the application's driver, or of one that a library brought along. */
export interface Driver {
  readonly Client: typeof MongoClient
  /** Told apart from others where clients are shared. */
  readonly name: string
}

export const ownDriver: Driver = { Client: MongoClient, name: 'mongodb' }

/** Everything that was configured, checked, before any socket opens. */
export interface Configuration {
  readonly seats: readonly [Seat, ...Seat[]]
  readonly database: string
  readonly driver: MongoClientOptions
  readonly from: Driver
  /** Bound on each operation; null: none. */
  readonly operationTimeoutMs: number | null
  readonly timeoutMs: number
  readonly retry: boolean
  readonly relaxedTls: DevelopmentTls | null
  readonly collections: CollectionDefinitions
  readonly logger: NonNullable<ConnectOptions['logger']> | null
  readonly onEvent: NonNullable<ConnectOptions['onEvent']>
}

/** The bound on a connect unless told, in milliseconds; the contract's. */
export const defaultTimeoutMs = 10_000
