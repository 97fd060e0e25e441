import type { Configuration } from '../configuration/configuration.ts'
import type { Code } from '../connection/attempt.ts'
import type { InUse } from '../connection/open-seat.ts'
import { renew } from '../connection/renew.ts'
import { inTime } from '../connection/wait.ts'
import { watchOf } from '../connection/watched.ts'
import type { Watched } from '../connection/watched.ts'
import { PacedDiagnosis } from './paced-diagnosis.ts'
import { ping } from './ping.ts'

// A status endpoint is asked every few seconds by several at once: one ping serves all who ask within this time.
const freshMs = 1_000
const pingMs = 2_000

// The answer is wanted now; what the diagnosis says later stands in the next one.
const waitForCodeMs = 2_500

// As long as the server is lost it is looked at again, asked or not: nothing else would tell that it is back. Sooner where
// a diagnosis came through to it meanwhile.
const lookAgainMs = 2_000
const lookSoonMs = 200

export interface Health {
  readonly tookMs: number | null
  readonly at: Date
  /** Null: nothing is known to be wrong. */
  readonly code: Code | null
}

/** Who wants to hear of the server in use. */
export interface HealthListener {
  /** It is lost, and why, or back (null). */
  turned(lost: Code | null): void
  /** Its client knew of no server though there was one, and was opened anew. */
  renewed(): void
}

/** Knows how the server in use fares: a ping when asked, or when something looks wrong, and then a diagnosis. */
export class HealthWatch {
  readonly #configuration: Configuration
  readonly #inUse: () => InUse
  readonly #listener: HealthListener
  readonly #stop = new AbortController()
  readonly #diagnosis: PacedDiagnosis
  #unwatch: () => void
  #starved = false
  #told = false
  #last: { readonly health: Health; readonly until: number } | null = null
  #asking: Promise<Health> | null = null
  #again: NodeJS.Timeout | undefined
  #renewed = false

  constructor(configuration: Configuration, inUse: () => InUse, listener: HealthListener) {
    this.#configuration = configuration
    this.#inUse = inUse
    this.#listener = listener
    this.#diagnosis = new PacedDiagnosis(configuration, inUse, this.#stop.signal)
    this.#unwatch = this.#watch()
  }

  /** The server in use is another now. */
  moved(): void {
    this.#unwatch()
    this.#unwatch = this.#watch()
    this.#diagnosis.moved()
    this.#starved = false
    this.#told = false
    this.#last = null
  }

  /** Pings, unless that was done a moment ago. Resolves within 5 s, and never rejects. */
  ask(): Promise<Health> {
    if (this.#last !== null && performance.now() < this.#last.until) return Promise.resolve(this.#last.health)
    this.#asking ??= this.#look().finally(() => {
      this.#asking = null
    })
    return this.#asking
  }

  async close(): Promise<void> {
    this.#stop.abort('cut-short')
    clearTimeout(this.#again)
    this.#unwatch()
    await Promise.all([this.#asking, this.#diagnosis.running])
  }

  get #watched(): Watched {
    return watchOf(this.#inUse().client)
  }

  #watch(): () => void {
    return this.#watched.pool.onTrouble(() => {
      if (!this.#stop.signal.aborted) void this.ask()
    })
  }

  async #look(): Promise<Health> {
    const inUse = this.#inUse()
    const stuck = this.#diagnosis.healthy
    const tookMs = await ping(inUse.client.db(this.#configuration.database), pingMs, this.#stop.signal)
    const { pool } = this.#watched
    this.#starved = pool.crowded() || (tookMs === null && pool.starved())
    // Whoever closed the client knows why; nothing beyond it has to be asked.
    const closed = tookMs === null && this.#watched.isClosed()
    if (!this.#starved && !closed) {
      if (tookMs === null) await (stuck && this.#mayRenew() ? this.#renew() : this.#explain())
      else if (pool.troubled()) this.#diagnose()
      else this.#diagnosis.forget()
    }
    const found = this.#starved ? 'ops-pool-exhausted' : this.#diagnosis.code
    const code = (closed ? 'client-not-connected' : found) ?? (tookMs === null ? 'unexplained' : null)
    const health: Health = { tookMs, at: new Date(), code }
    if (this.#inUse() !== inUse || this.#stop.signal.aborted) return health
    this.#last = { health, until: this.#renewed ? 0 : performance.now() + freshMs }
    this.#turn(tookMs === null ? code : null)
    if (tookMs === null) this.#lookAgain()
    return health
  }

  /** Told once for each loss, with the first code that is more than a guess, and once for each return. */
  #turn(lost: Code | null): void {
    if (lost === null ? !this.#told : this.#told || lost === 'unexplained') return
    this.#told = lost !== null
    this.#listener.turned(lost)
  }

  #lookAgain(): void {
    clearTimeout(this.#again)
    if (this.#watched.isClosed()) return
    const soon = this.#renewed || this.#diagnosis.healthy
    const afterMs = soon ? lookSoonMs : Math.max(lookAgainMs, this.#diagnosis.againMs)
    this.#renewed = false
    this.#again = setTimeout(() => void this.ask(), afterMs).unref()
  }

  /** A diagnosis found the server well, and then the client still knew of none, though a ping waited for it. */
  #mayRenew(): boolean {
    const { knowsServer, isClosed } = this.#watched
    return !knowsServer() && !isClosed() && !this.#stop.signal.aborted
  }

  async #renew(): Promise<void> {
    this.#diagnosis.forget()
    const done = renew(this.#inUse().client).then((anew) => {
      this.#renewed = anew
      if (anew) this.#listener.renewed()
    })
    await inTime(done, waitForCodeMs)
  }

  /** Finds out why the ping was not answered, as long as the answer can wait. */
  async #explain(): Promise<void> {
    this.#diagnose()
    await inTime(Promise.resolve(this.#diagnosis.running), waitForCodeMs)
  }

  #diagnose(): void {
    this.#diagnosis.begin(() => {
      this.#last = null
    })
  }
}
