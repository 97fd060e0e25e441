import type { Db, MongoClient } from 'mongodb'

import type { Accessors } from './collections/accessors.ts'
import { accessorsOf } from './collections/accessors.ts'
import type { CollectionDefinitions } from './collections/define.ts'
import type { Configuration } from './configuration/configuration.ts'
import type { Code } from './connection/attempt.ts'
import { keyOf } from './connection/open-seat.ts'
import type { InUse } from './connection/open-seat.ts'
import type { Opened } from './connection/open.ts'
import { bounded } from './connection/bounded.ts'
import { release } from './connection/shared-clients.ts'
import { watchOf } from './connection/watched.ts'
import { readOnlyDb } from './fallbacks/read-only.ts'
import { Supervisor } from './fallbacks/supervisor.ts'
import { indexesOf } from './indexes/indexes.ts'
import type { Indexes } from './indexes/indexes.ts'
import { logCommands } from './metrics/command-log.ts'
import type { Metrics } from './metrics/metrics.ts'
import { HealthWatch } from './status/health.ts'
import type { Status } from './status/status.ts'
import { watchExpiry } from './tls/certificate-expiry.ts'

/**
 * A connection that is up. `client`, `db` and `collections` are those of the server in use at each access; a handle in
 * hand stays where it was.
 */
export class Mongo<Definitions extends CollectionDefinitions = CollectionDefinitions> {
  readonly indexes: Indexes
  readonly #configuration: Configuration
  readonly #health: HealthWatch
  readonly #supervisor: Supervisor
  readonly #unwatchExpiry: () => void
  #inUse: InUse
  #db: Db
  #collections: Accessors<Definitions>
  #passedOver: Code | null
  #closing: Promise<void> | null = null
  #unwatch: () => void = () => {}

  constructor(configuration: Configuration, { inUse, passedOver }: Opened) {
    this.#configuration = configuration
    this.#inUse = inUse
    this.#passedOver = passedOver
    this.#db = this.#open(inUse)
    this.#collections = this.#accessors()
    this.#health = new HealthWatch(configuration, () => this.#inUse, {
      turned: (lost) => this.#turned(lost),
      renewed: () => this.#renewed(),
    })
    this.#supervisor = new Supervisor(configuration, {
      inUse: () => this.#inUse,
      lost: () => this.#lost(),
      swap: (next, because) => this.#swap(next, because),
    })
    this.indexes = indexesOf(configuration.collections, () => this.#db)
    this.#unwatchExpiry = watchExpiry(configuration)
    this.#announce(inUse, passedOver)
  }

  /** The driver's client, bare: a read-only fallback does not guard it. */
  get client(): MongoClient {
    return this.#inUse.client
  }

  /** The driver's database; on a read-only fallback one that refuses writes. */
  get db(): Db {
    return this.#db
  }

  get collections(): Accessors<Definitions> {
    return this.#collections
  }

  /** How the connection fares: one ping, or the answer of a moment ago. Resolves within 5 s, and never rejects. */
  async status(): Promise<Status> {
    const { tookMs, at, code } = await this.#health.ask()
    const { seat, since } = this.#inUse
    const { relaxedTls } = this.#configuration
    const fallback = seat.index > 0
    // Relaxed TLS is no fault that anybody met; the code is that of the option that says so.
    const relaxed = relaxedTls === null ? null : 'uri-option-value'
    const why = code ?? (fallback ? this.#passedOver : null) ?? relaxed
    const level =
      tookMs === null ? 'fail' : fallback || code !== null || relaxedTls !== null ? 'warn' : 'pass'
    return {
      status: level,
      using: { index: seat.index, fallback, readOnly: seat.readOnly, since: since.toISOString() },
      observedValue: tookMs === null ? null : Math.round(tookMs * 10) / 10,
      time: at.toISOString(),
      ...(why === null ? {} : { code: why }),
      ...(relaxedTls === null
        ? {}
        : { relaxedTls: { reason: relaxedTls.reason, until: relaxedTls.until.toISOString() } }),
    }
  }

  /** Counters of pools, heartbeats and commands. */
  metrics(): Metrics {
    return watchOf(this.#inUse.client).metrics.read()
  }

  /** Gives this handle back; a client that others share closes with the last of them. May be called again. */
  close(): Promise<void> {
    this.#closing ??= this.#end()
    return this.#closing
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #end(): Promise<void> {
    this.#unwatchExpiry()
    await Promise.all([this.#supervisor.close(), this.#health.close()])
    this.#unwatch()
    await release(keyOf(this.#inUse.seat, this.#configuration), this.#inUse.client)
    this.#configuration.onEvent({ type: 'closed' })
  }

  #open({ client, seat }: InUse): Db {
    this.#unwatch()
    this.#unwatch = logCommands(client, this.#configuration)
    const { database, operationTimeoutMs } = this.#configuration
    const db = client.db(database)
    if (operationTimeoutMs !== null) bounded(db, operationTimeoutMs)
    return seat.readOnly ? readOnlyDb(db) : db
  }

  async #lost(): Promise<Code | null> {
    const { tookMs, code } = await this.#health.ask()
    // Another server would not help an application that waits for its own connections.
    return tookMs === null && code !== 'ops-pool-exhausted' ? (code ?? 'unexplained') : null
  }

  #turned(lost: Code | null): void {
    const { logger, onEvent } = this.#configuration
    const { index } = this.#inUse.seat
    if (lost === null) {
      onEvent({ type: 'restored', index })
      logger?.info({ index }, 'MongoDB: the server in use answers again')
    } else {
      onEvent({ type: 'lost', index, code: lost })
      logger?.warn({ index, code: lost }, 'MongoDB: the server in use does not answer')
    }
  }

  #renewed(): void {
    const { logger, onEvent } = this.#configuration
    const { index } = this.#inUse.seat
    onEvent({ type: 'renewed', index })
    logger?.warn(
      { index },
      'MongoDB: the driver did not see that the server is back; its client was opened anew',
    )
  }

  #accessors(): Accessors<Definitions> {
    // `connect()` read the configuration from options of these very definitions.
    return accessorsOf(this.#configuration.collections, this.#db) as unknown as Accessors<Definitions>
  }

  #swap(next: InUse, because: Code | null): void {
    this.#inUse = next
    this.#passedOver = because ?? this.#passedOver
    this.#db = this.#open(next)
    this.#collections = this.#accessors()
    this.#health.moved()
    this.#announce(next, because)
  }

  #announce({ seat: { index, readOnly } }: InUse, because: Code | null): void {
    const { logger, onEvent } = this.#configuration
    if (index > 0) {
      onEvent({ type: 'fallback', index, readOnly, code: because ?? 'unexplained' })
      logger?.warn(
        { index, readOnly, code: because },
        'MongoDB: a fallback is in use, since the first server cannot be reached',
      )
    } else if (because === null && this.#passedOver === null) {
      onEvent({ type: 'connected', index, readOnly })
      logger?.info({ index }, 'MongoDB: connected')
    } else {
      this.#passedOver = null
      onEvent({ type: 'returned', index: 0 })
      logger?.info({ index }, 'MongoDB: back at the first server')
    }
  }
}
