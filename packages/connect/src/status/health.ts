import type { MongoClient } from 'mongodb'

import type { Configuration } from '../configuration/configuration.ts'
import type { Code } from '../connection/attempt.ts'
import { diagnoseSeat } from '../connection/diagnose-seat.ts'
import type { InUse } from '../connection/open-seat.ts'
import { wait } from '../connection/wait.ts'
import { PoolWatch } from './pool-watch.ts'

// A status endpoint is asked every few seconds by several at once: one ping serves all who ask within this time.
const freshMs = 1_000
const pingMs = 2_000

// A diagnosis makes a login; more of them than this would be noticed, and could lock an account.
const diagnoseEveryMs = 5_000
const diagnosisMs = 4_000

// The answer is wanted now; what the diagnosis says later stands in the next one.
const waitForCodeMs = 2_500

export interface Health {
  readonly tookMs: number | null
  readonly at: Date
  /** Null: nothing is known to be wrong. */
  readonly code: Code | null
}

/** Knows how the server in use fares: a ping when asked, and a diagnosis where something looks wrong. */
export class HealthWatch {
  readonly #configuration: Configuration
  readonly #inUse: () => InUse
  readonly #stop = new AbortController()
  #pool: PoolWatch
  #code: Code | null = null
  #diagnosedAt = Number.NEGATIVE_INFINITY
  #diagnosing: Promise<void> | null = null
  #last: { readonly health: Health; readonly until: number } | null = null
  #asking: Promise<Health> | null = null

  constructor(configuration: Configuration, inUse: () => InUse) {
    this.#configuration = configuration
    this.#inUse = inUse
    this.#pool = this.#watch(inUse().client)
  }

  /** The server in use is another now. */
  moved(): void {
    this.#pool.end()
    this.#pool = this.#watch(this.#inUse().client)
    this.#code = null
    this.#last = null
  }

  /** The code of what is wrong, without asking anybody. */
  code(): Code | null {
    return this.#code
  }

  /** Pings, unless that was done a moment ago. Resolves within 5 s. */
  ask(): Promise<Health> {
    if (this.#last !== null && performance.now() < this.#last.until) return Promise.resolve(this.#last.health)
    this.#asking ??= this.#ping().finally(() => {
      this.#asking = null
    })
    return this.#asking
  }

  async close(): Promise<void> {
    this.#stop.abort('cut-short')
    this.#pool.end()
    await this.#diagnosing
  }

  #watch(client: MongoClient): PoolWatch {
    return new PoolWatch(client, () => this.#suspect())
  }

  async #ping(): Promise<Health> {
    const { client } = this.#inUse()
    const began = performance.now()
    const bound = new AbortController()
    const answered = await Promise.race([
      client
        .db(this.#configuration.database)
        .command({ ping: 1 })
        .then(
          () => true,
          () => false,
        ),
      wait(pingMs, bound.signal),
    ])
    bound.abort()
    const tookMs = answered === true ? performance.now() - began : null
    if (tookMs === null) await this.#explain()
    else if (!this.#pool.troubled()) this.#code = null
    const health: Health = {
      tookMs,
      at: new Date(),
      code: this.#code ?? (tookMs === null ? 'unexplained' : null),
    }
    this.#last = { health, until: performance.now() + freshMs }
    return health
  }

  /** Finds out why the ping was not answered, as long as the answer can wait. */
  async #explain(): Promise<void> {
    if (this.#pool.starved()) {
      this.#code = 'ops-pool-exhausted'
      return
    }
    this.#suspect()
    const bound = new AbortController()
    await Promise.race([this.#diagnosing, wait(waitForCodeMs, bound.signal)])
    bound.abort()
  }

  /** Something looked wrong: a heartbeat, a check-out. Diagnoses in the background, now and then. */
  #suspect(): void {
    if (this.#pool.starved()) {
      this.#code = 'ops-pool-exhausted'
      return
    }
    const now = performance.now()
    if (this.#diagnosing !== null || now - this.#diagnosedAt < diagnoseEveryMs || this.#stop.signal.aborted)
      return
    this.#diagnosedAt = now
    const { seat } = this.#inUse()
    this.#diagnosing = diagnoseSeat(seat, this.#configuration, diagnosisMs, this.#stop.signal)
      .then((report) => {
        if (report === null || this.#inUse().seat !== seat) return
        const { outcome, primary } = report.verdict
        this.#code = outcome === 'healthy' ? null : (primary?.code ?? 'unexplained')
        if (this.#code === null) this.#pool.calm()
        this.#last = null
      })
      .catch(() => {
        this.#code ??= 'unexplained'
      })
      .finally(() => {
        this.#diagnosing = null
      })
  }
}
