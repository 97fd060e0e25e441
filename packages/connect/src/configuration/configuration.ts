import { MongoClient } from 'mongodb'
import type { MongoClientOptions } from 'mongodb'

import type { CollectionDefinitions } from '../collections/define.ts'
import type { ConnectOptions } from '../options.ts'
import type { DevelopmentTls } from '../tls/development-tls.ts'

/** One server or set that may be connected to. */
export interface Seat {
  /** 0 is the first; the others are fallbacks in order. */
  readonly index: number
  readonly uri: string
  /** Where the connection string came from, for errors. */
  readonly from: string
  readonly readOnly: boolean
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
