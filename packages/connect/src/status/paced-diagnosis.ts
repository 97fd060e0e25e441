import type { Configuration } from '../configuration/configuration.ts'
import type { Code } from '../connection/attempt.ts'
import { diagnoseSeat } from '../connection/diagnose-seat.ts'
import type { InUse } from '../connection/open-seat.ts'

// A diagnosis makes a login; more of them than this would be noticed.
const everyMs = 5_000
const boundMs = 4_000

// A login that is refused again and again can lock the account: the pause doubles up to this.
const rarestMs = 60_000

/** Diagnoses the server in use in the background, now and then, and remembers what came of it. */
export class PacedDiagnosis {
  readonly #configuration: Configuration
  readonly #inUse: () => InUse
  readonly #stop: AbortSignal
  #code: Code | null = null
  #healthy = false
  #notBefore = Number.NEGATIVE_INFINITY
  #pauseMs = everyMs
  #running: Promise<void> | null = null

  constructor(configuration: Configuration, inUse: () => InUse, stop: AbortSignal) {
    this.#configuration = configuration
    this.#inUse = inUse
    this.#stop = stop
  }

  /** What the last one found; null: nothing, or there was none. */
  get code(): Code | null {
    return this.#code
  }

  /** Whether the last one came to a server that answers and found nothing wrong. */
  get healthy(): boolean {
    return this.#healthy
  }

  /** The one that is under way, if there is one; never rejects. */
  get running(): Promise<void> | null {
    return this.#running
  }

  /** Forgets what was found: it holds no more. */
  forget(): void {
    this.#code = null
    this.#healthy = false
    this.#pauseMs = everyMs
  }

  /** Another server is in use: it may be diagnosed at once. */
  moved(): void {
    this.forget()
    this.#notBefore = Number.NEGATIVE_INFINITY
  }

  /** In how many milliseconds somebody should look again: later where logins fail. */
  get againMs(): number {
    return this.#code?.startsWith('auth-') === true ? this.#pauseMs : 0
  }

  /** Begins one, unless one is under way or was made a moment ago. `onDone` is called when it has found something. */
  begin(onDone: () => void): void {
    if (this.#running !== null || performance.now() < this.#notBefore || this.#stop.aborted) return
    this.#running = this.#run(onDone)
  }

  async #run(onDone: () => void): Promise<void> {
    const { seat } = this.#inUse()
    try {
      const report = await diagnoseSeat(seat, this.#configuration, boundMs, this.#stop)
      if (report === null || this.#inUse().seat !== seat) return
      const { outcome, primary } = report.verdict
      this.#healthy = outcome === 'healthy'
      this.#found(this.#healthy ? null : (primary?.code ?? 'unexplained'))
      onDone()
    } catch {
      // A diagnosis that fails has found nothing out; the ping has said what there is to say.
      this.#code ??= 'unexplained'
    } finally {
      this.#notBefore = performance.now() + this.#pauseMs
      this.#running = null
    }
  }

  #found(code: Code | null): void {
    const refusedAgain = code?.startsWith('auth-') === true && code === this.#code
    this.#pauseMs = refusedAgain ? Math.min(rarestMs, this.#pauseMs * 2) : everyMs
    this.#code = code
  }
}
