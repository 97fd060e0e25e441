import { remaining } from './bounded.ts'
import { lookUpInChild } from './dns/lookup-child.ts'
import { LookUpHelper } from './dns/lookup-helper.ts'
import type { LookUp } from './dns/system.ts'

// An answer of a resolver may change; what a run over many targets learnt a moment ago is good enough for the next one.
const freshMs = 30_000

// More names than this are not kept: the memory of a run must not grow with its targets.
const mostKept = 10_000

interface Made {
  readonly work: Promise<unknown>
  readonly until: number
}

/** What many diagnoses of one process share: looks at this machine, and answers of resolvers, each made once. */
export class SharedWork {
  readonly #made = new Map<string, Made>()
  readonly #helper = new LookUpHelper()

  /** Asks the system for a name by the one helper; where that cannot tell, by a process of its own. */
  readonly lookUp: LookUp = async (name, bound) => {
    const since = performance.now()
    return (await this.#helper.lookUp(name, bound)) ?? (await lookUpInChild(name, remaining(bound, since)))
  }

  /** Ends what it keeps running. */
  end(): void {
    this.#helper.end()
  }

  /**
   * The result for a key, made now or a moment ago; rejects with the signal's reason when it aborts, while the work goes
   * on for others. `make` must have a bound of its own. A failure is not kept.
   */
  once<Result>(key: string, make: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return unlessAborted(this.#work(key, make), signal)
  }

  #work<Result>(key: string, make: () => Promise<Result>): Promise<Result> {
    const now = performance.now()
    const found = this.#made.get(key)
    // A key names one kind of work, so what is kept under it is of its type.
    if (found !== undefined && found.until > now) return found.work as Promise<Result>
    const work = make()
    this.#made.set(key, { work, until: now + freshMs })
    if (this.#made.size > mostKept) this.#made.delete(this.#made.keys().next().value ?? '')
    work.catch(() => this.#made.delete(key))
    return work
  }
}

function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** Makes the work for a key, or takes what another made. */
export type Share = <Result>(key: string, make: () => Promise<Result>) => Promise<Result>

/** Work that others may share; without `shared` it is made for this diagnosis alone, and ends with its signal. */
export function sharing<Result>(
  shared: SharedWork | undefined,
  key: string,
  signal: AbortSignal,
  make: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (shared === undefined) return make(signal)
  return shared.once(key, () => make(new AbortController().signal), signal)
}
