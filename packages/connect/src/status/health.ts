import type { Configuration } from '../configuration/configuration.ts'
import type { Code } from '../connection/attempt.ts'
import { diagnoseSeat } from '../connection/diagnose-seat.ts'
import type { InUse } from '../connection/open-seat.ts'
import { inTime } from '../connection/wait.ts'
import { watchOf } from '../connection/watched.ts'
import { ping } from './ping.ts'
import type { PoolWatch } from './pool-watch.ts'

// A status endpoint is asked every few seconds by several at once: one ping serves all who ask within this time.
const freshMs = 1_000
const pingMs = 2_000

// A diagnosis makes a login; more of them than this would be noticed.
const diagnoseEveryMs = 5_000
const diagnosisMs = 4_000

// A login that is refused again and again can lock the account: the pause doubles up to this.
const rarestMs = 60_000

// The answer is wanted now; what the diagnosis says later stands in the next one.
const waitForCodeMs = 2_500

export interface Health {
  readonly tookMs: number | null
  readonly at: Date
  /** Null: nothing is known to be wrong. */
  readonly code: Code | null
}

/** What is told of the server in use when it changes: that it is lost, and why, or back (null). */
export type OnTurn = (lost: Code | null) => void

/** Knows how the server in use fares: a ping when asked, or when something looks wrong, and then a diagnosis. */
export class HealthWatch {
  readonly #configuration: Configuration
  readonly #inUse: () => InUse
  readonly #onTurn: OnTurn
  readonly #stop = new AbortController()
  #unwatch: () => void
  #code: Code | null = null
  #told = false
  #diagnoseAt = Number.NEGATIVE_INFINITY
  #pauseMs = diagnoseEveryMs
  #diagnosing: Promise<void> | null = null
  #last: { readonly health: Health; readonly until: number } | null = null
  #asking: Promise<Health> | null = null

  constructor(configuration: Configuration, inUse: () => InUse, onTurn: OnTurn) {
    this.#configuration = configuration
    this.#inUse = inUse
    this.#onTurn = onTurn
    this.#unwatch = this.#watch()
  }

  /** The server in use is another now. */
  moved(): void {
    this.#unwatch()
    this.#unwatch = this.#watch()
    this.#code = null
    this.#told = false
    this.#last = null
    this.#diagnoseAt = Number.NEGATIVE_INFINITY
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
    this.#unwatch()
    await Promise.all([this.#asking, this.#diagnosing])
  }

  get #pool(): PoolWatch {
    return watchOf(this.#inUse().client).pool
  }

  #watch(): () => void {
    return this.#pool.onTrouble(() => {
      if (!this.#stop.signal.aborted) void this.ask()
    })
  }

  async #look(): Promise<Health> {
    const inUse = this.#inUse()
    const tookMs = await ping(inUse.client.db(this.#configuration.database), pingMs, this.#stop.signal)
    const starved = this.#pool.crowded() || (tookMs === null && this.#pool.starved())
    if (starved) this.#code = 'ops-pool-exhausted'
    else if (tookMs === null) await this.#explain()
    else if (this.#pool.troubled()) this.#diagnose()
    else {
      this.#code = null
      this.#pauseMs = diagnoseEveryMs
    }
    const code = this.#code ?? (tookMs === null ? 'unexplained' : null)
    const health: Health = { tookMs, at: new Date(), code }
    if (this.#inUse() !== inUse || this.#stop.signal.aborted) return health
    this.#last = { health, until: performance.now() + freshMs }
    this.#turn(tookMs === null ? code : null)
    return health
  }

  /** Told once for each loss, with the first code that is more than a guess, and once for each return. */
  #turn(lost: Code | null): void {
    if (lost === null ? !this.#told : this.#told || lost === 'unexplained') return
    this.#told = lost !== null
    this.#onTurn(lost)
  }

  /** Finds out why the ping was not answered, as long as the answer can wait. */
  async #explain(): Promise<void> {
    this.#diagnose()
    await inTime(Promise.resolve(this.#diagnosing), waitForCodeMs)
  }

  /** Diagnoses in the background, now and then. */
  #diagnose(): void {
    const now = performance.now()
    if (this.#diagnosing !== null || now < this.#diagnoseAt || this.#stop.signal.aborted) return
    const { seat } = this.#inUse()
    this.#diagnosing = diagnoseSeat(seat, this.#configuration, diagnosisMs, this.#stop.signal)
      .then((report) => {
        if (report === null || this.#inUse().seat !== seat) return
        const { outcome, primary } = report.verdict
        const code = outcome === 'healthy' ? null : (primary?.code ?? 'unexplained')
        this.#pauseMs =
          code?.startsWith('auth-') === true && code === this.#code
            ? Math.min(rarestMs, this.#pauseMs * 2)
            : diagnoseEveryMs
        this.#code = code
        this.#last = null
      })
      .catch(() => {
        // A diagnosis that fails has found nothing out; the ping has said what there is to say.
        this.#code ??= 'unexplained'
      })
      .finally(() => {
        this.#diagnoseAt = performance.now() + this.#pauseMs
        this.#diagnosing = null
      })
  }
}
