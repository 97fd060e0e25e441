import type { Configuration, Seat } from '../configuration/configuration.ts'
import { abandon } from '../connection/abandon.ts'
import { connectAndPing } from '../connection/attempt.ts'
import type { Attempt, Code } from '../connection/attempt.ts'
import { driverOptions } from '../connection/driver-options.ts'
import { keyOf } from '../connection/open-seat.ts'
import type { InUse } from '../connection/open-seat.ts'
import { acquire, release } from '../connection/shared-clients.ts'
import { inTime } from '../connection/wait.ts'
import { watchOf } from '../connection/watched.ts'

// The contract: the return comes within 30 s of the recovery. A try may take `tryMs`, so this leaves room for two.
const everyMs = 10_000
const tryMs = 4_000

// Operations that were begun on the old client may still be under way.
const graceMs = 5_000

export interface Supervised {
  inUse(): InUse
  swap(next: InUse, because: Code | null): void
  /** For which fault the server in use cannot be used; null: it can. Asks it. */
  lost(): Promise<Code | null>
}

/**
 * Goes back to the first server when it is back, and on to a fallback when the server in use is lost. Does nothing where
 * there are no fallbacks. Its timer does not keep the process.
 */
export class Supervisor {
  readonly #configuration: Configuration
  readonly #supervised: Supervised
  readonly #left = new Map<NodeJS.Timeout, () => Promise<void>>()
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #closed = false

  constructor(configuration: Configuration, supervised: Supervised) {
    this.#configuration = configuration
    this.#supervised = supervised
    if (configuration.seats.length > 1) this.#schedule()
  }

  /** Ends it, and closes what was left behind in the course of moves. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#running
    await Promise.all([...this.#left.values()].map((leave) => leave()))
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
    const lost = await this.#supervised.lost()
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
    const outcome = await acquire(keyOf(seat, configuration), tryMs, () => tried(seat, configuration))
    if (outcome.is === 'failed') return false
    const before = this.#supervised.inUse()
    this.#supervised.swap({ seat, client: outcome.client, since: new Date() }, because)
    this.#leave(before)
    return true
  }

  #leave({ seat, client }: InUse): void {
    const leave = async (): Promise<void> => {
      clearTimeout(timer)
      this.#left.delete(timer)
      // What goes wrong in taking leave of a server that is given up changes nothing.
      await release(keyOf(seat, this.#configuration), client).catch(() => {})
    }
    const timer = setTimeout(() => void leave(), graceMs).unref()
    this.#left.set(timer, leave)
  }
}

/** One try without a diagnosis. */
async function tried(seat: Seat, configuration: Configuration): Promise<Attempt> {
  const client = new configuration.from.Client(seat.uri, driverOptions(seat, configuration))
  watchOf(client)
  const connecting = connectAndPing(client, configuration)
  const outcome = await inTime(connecting, tryMs)
  if (outcome?.is === 'connected') return outcome
  await abandon(client, connecting)
  return { is: 'failed', error: outcome?.error ?? null, report: null, code: 'unexplained' }
}
