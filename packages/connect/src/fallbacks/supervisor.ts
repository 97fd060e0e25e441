import { MongoClient } from 'mongodb'

import type { Configuration, Seat } from '../configuration/configuration.ts'
import { connectAndPing, driverOptions } from '../connection/attempt.ts'
import type { Code } from '../connection/attempt.ts'
import { keyOf } from '../connection/open-seat.ts'
import type { InUse } from '../connection/open-seat.ts'
import { acquire, release } from '../connection/shared-clients.ts'

// The contract: the return comes within 30 s of the recovery. A try may take `tryMs`, so this leaves room for two.
const everyMs = 10_000
const tryMs = 4_000

// Operations that were begun on the old client may still be under way.
const graceMs = 5_000

export interface Supervised {
  inUse(): InUse
  swap(next: InUse, because: Code | null): void
  /** For which fault the server in use cannot be used; null: it can. */
  lost(): Code | null
}

/**
 * Goes back to the first server when it is back, and on to a fallback when the server in use is lost. Does nothing where
 * there are no fallbacks. Its timer does not keep the process.
 */
export class Supervisor {
  readonly #configuration: Configuration
  readonly #supervised: Supervised
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #closed = false

  constructor(configuration: Configuration, supervised: Supervised) {
    this.#configuration = configuration
    this.#supervised = supervised
    if (configuration.seats.length > 1) this.#schedule()
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#running
  }

  #schedule(): void {
    if (this.#closed) return
    this.#timer = setTimeout(() => {
      this.#running = this.#look().finally(() => {
        this.#running = null
        this.#schedule()
      })
    }, everyMs).unref()
  }

  async #look(): Promise<void> {
    const { seat } = this.#supervised.inUse()
    const lost = this.#supervised.lost()
    const better = this.#configuration.seats.filter(({ index }) => index < seat.index)
    const others = this.#configuration.seats.filter(({ index }) => index > seat.index)
    // Only the first is returned to: wandering among fallbacks helps nobody.
    const wanted = lost === null ? better.slice(0, 1) : [...better.slice(0, 1), ...others]
    for (const next of wanted) {
      if (this.#closed) return
      if (await this.#moveTo(next, lost)) return
    }
  }

  async #moveTo(seat: Seat, because: Code | null): Promise<boolean> {
    const configuration = this.#configuration
    const outcome = await acquire(keyOf(seat, configuration), async () => {
      const client = new MongoClient(seat.uri, driverOptions(configuration, tryMs))
      const tried = await connectAndPing(client, configuration)
      if (tried.is === 'connected') return tried
      await client.close().catch(() => {})
      return { is: 'failed', error: tried.error, report: null, code: 'unexplained' } as const
    })
    if (outcome.is === 'failed') return false
    const before = this.#supervised.inUse()
    this.#supervised.swap({ seat, client: outcome.client, since: new Date() }, because)
    setTimeout(() => {
      release(keyOf(before.seat, configuration), before.client).catch(() => {})
    }, graceMs).unref()
    return true
  }
}
