import type { Ask, AskOf, Look, LookId, LookOf, ProbeName, Sightings, SkipReason } from '@mongowhy/core'

import { presumed } from './silence.ts'

/** Keeps the looks in the order in which they began, gives them their ids and times, and tells a listener of each. */
export class Recorder {
  readonly #began: number = performance.now()
  readonly #counts = new Map<ProbeName, number>()
  readonly #looks = new Map<LookId, Look>()
  readonly #order: LookId[] = []
  readonly #open = new Map<LookId, { readonly ask: Ask; readonly startedAt: number }>()
  readonly #onLook: (look: Look) => void
  #listed: readonly Look[] | null = null

  constructor(onLook: (look: Look) => void = () => {}) {
    this.#onLook = onLook
  }

  /** Milliseconds since the diagnosis began. */
  now(): number {
    return performance.now() - this.#began
  }

  /** Looks that have ended so far, in the order in which they began. */
  looks(): readonly Look[] {
    // Whoever judges twice what has not changed is given the same list, and may keep what it made of it.
    return (this.#listed ??= this.#order.flatMap((id) => this.#looks.get(id) ?? []))
  }

  /**
   * The looks as they will be if those that have waited for `quietMs` go on without an answer. Null while one waits for
   * less, and where none waits: then there is nothing to presume. Looks whose end is no silence are left out.
   */
  presuming(quietMs: number): readonly Look[] | null {
    const waiting = new Map<LookId, Look>()
    for (const [id, { ask, startedAt }] of this.#open) {
      const tookMs = this.now() - startedAt
      const look = presumed(id, ask, startedAt, tookMs)
      if (look === null) continue
      if (tookMs < quietMs) return null
      waiting.set(id, look)
    }
    if (waiting.size === 0) return null
    return this.#order.flatMap((id) => this.#looks.get(id) ?? waiting.get(id) ?? [])
  }

  /** Begins a look; exactly one of the returned functions is called when it ends. */
  begin<P extends ProbeName>(ask: AskOf<P>): OpenLook<P> {
    const count = (this.#counts.get(ask.probe) ?? 0) + 1
    this.#counts.set(ask.probe, count)
    const id: LookId = `${ask.probe}#${count}`
    this.#order.push(id)
    const startedAt = this.now()
    this.#open.set(id, { ask: ask as object as Ask, startedAt })
    const keep = (look: LookOf<P>): void => {
      // A generic member of the union is one of the union.
      const kept = look as object as Look
      this.#open.delete(id)
      this.#looks.set(id, kept)
      this.#listed = null
      this.#onLook(kept)
    }
    return {
      id,
      ask,
      seen: (saw, tookMs = this.now() - startedAt) => {
        // What was timed by whoever looked may have begun before it was recorded; it has ended by now in any case.
        const began = Math.max(0, Math.min(startedAt, this.now() - tookMs))
        keep({ id, ask, startedAt: began, status: 'seen', tookMs, saw })
      },
      broken: (error) =>
        keep({ id, ask, startedAt, status: 'broken', tookMs: this.now() - startedAt, error }),
      skipped: (reason) => keep({ id, ask, startedAt, status: 'skipped', reason }),
    }
  }

  /**
   * Makes a whole look: times it, and keeps a failure of our own as `broken`; an aborted one is `skipped` for the
   * signal's reason. Resolves to what was seen, or null.
   */
  async run<P extends ProbeName>(
    ask: AskOf<P>,
    signal: AbortSignal,
    look: () => Promise<Sightings[P]>,
  ): Promise<Sightings[P] | null> {
    const open = this.begin(ask)
    try {
      signal.throwIfAborted()
      const saw = await look()
      open.seen(saw)
      return saw
    } catch (error) {
      fail(open, signal, error)
      return null
    }
  }

  /** Records looks that may be taken back, all of them, by what is returned; `act` records them at once. */
  provisionally(act: () => void): () => void {
    const from = this.#order.length
    act()
    const added = this.#order.slice(from)
    return () => {
      for (const id of added) {
        this.#order.splice(this.#order.indexOf(id), 1)
        const probe = this.#looks.get(id)?.ask.probe
        if (probe !== undefined) this.#counts.set(probe, (this.#counts.get(probe) ?? 1) - 1)
        this.#looks.delete(id)
      }
      this.#listed = null
    }
  }

  /** Records that a look was not made, and why: not checked is not a no. */
  skip(ask: Ask, reason: SkipReason): void {
    this.begin(ask).skipped(reason)
  }
}

/** Ends a look that threw: aborted is not broken. */
export function fail(open: OpenLook<ProbeName>, signal: AbortSignal, error: unknown): void {
  if (signal.aborted) open.skipped(reasonOf(signal))
  else open.broken(error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown error')
}

/** Why a signal was aborted: by its bound, by a verdict that stands without this look, or by the user. */
export function reasonOf(signal: AbortSignal): SkipReason {
  const { reason } = signal
  if (reason instanceof DOMException && reason.name === 'TimeoutError') return 'time-out'
  return reason === 'cut-short' || reason === 'earlier-fault' ? reason : 'interrupted'
}

export interface OpenLook<P extends ProbeName> {
  readonly id: LookId
  readonly ask: AskOf<P>
  /** `tookMs` where the look's own step ended before it could be kept. */
  seen(saw: Sightings[P], tookMs?: number): void
  broken(error: string): void
  skipped(reason: SkipReason): void
}
