import type { Db } from 'mongodb'

import { deleteAll, idsThere } from './delete.ts'
import type { ClearedCollection } from './document.ts'
import { exportCollection, exportedIds } from './export.ts'
import { changedSince } from './plan.ts'
import { removeState, saveState } from './resume.ts'
import type { ResumeState } from './resume.ts'

type Collection = ResumeState['collections'][number]

export interface RunOptions {
  readonly exportTo: string | null
  /** Where the state is kept while documents are deleted. */
  readonly statePath: string
  readonly signal: AbortSignal
  readonly onProgress: (
    collection: string,
    what: 'exported' | 'deleted',
    done: number,
    planned: number,
  ) => void
}

/** How far a run came. `began`: something may have been deleted, and the state is on disk. */
export interface RunEnd {
  readonly outcome: 'cleared' | 'changed' | 'interrupted' | 'failed'
  readonly reason: string | null
  readonly began: boolean
  readonly collections: readonly ClearedCollection[]
}

/** Exports, looks at the plan again, and deletes batch by batch; keeps the state on disk after each. Never rejects. */
export class ClearRun {
  readonly #db: Db
  readonly #options: RunOptions
  #state: ResumeState
  #began = false

  constructor(db: Db, state: ResumeState, options: RunOptions) {
    this.#db = db
    this.#state = state
    this.#options = options
  }

  async run(): Promise<RunEnd> {
    const { signal, statePath } = this.#options
    try {
      await this.#export()
      const changed = await changedSince(this.#db, this.#open())
      if (changed !== null) return this.#end('changed', `${changed}. Nothing was deleted.`)
      if (signal.aborted) return this.#end('interrupted', 'Interrupted before anything was deleted.')
      await saveState(statePath, this.#state)
      this.#began = true
      for (const each of this.#open()) {
        await this.#empty(each)
        if (signal.aborted) return this.#end('interrupted', 'Interrupted between two batches.')
        this.#change(each.name, { done: true })
      }
      await removeState(statePath)
      return this.#end('cleared', null)
    } catch (error) {
      if (signal.aborted) return this.#end('interrupted', 'Interrupted.')
      return this.#end('failed', error instanceof Error ? error.message : String(error))
    }
  }

  async #export(): Promise<void> {
    const { exportTo, signal, onProgress } = this.#options
    if (exportTo === null) return
    for (const { name, planned, exported } of this.#open()) {
      if (exported !== null) continue
      const progress = (done: number): void => onProgress(name, 'exported', done, planned)
      this.#change(name, { exported: await exportCollection(this.#db, name, exportTo, progress, signal) })
    }
  }

  async #empty({ name, planned, exported, deleted }: Collection): Promise<void> {
    const { statePath, signal, onProgress } = this.#options
    const collection = this.#db.collection(name)
    const { batch } = this.#state
    let done = deleted
    await deleteAll(
      collection,
      exported === null ? idsThere(collection, batch) : exportedIds(exported, batch),
      async (count) => {
        done += count
        this.#change(name, { deleted: done })
        await saveState(statePath, this.#state)
        onProgress(name, 'deleted', done, planned)
      },
      signal,
    )
  }

  #open(): readonly Collection[] {
    return this.#state.collections.filter(({ done }) => !done)
  }

  #change(name: string, change: Partial<Collection>): void {
    const collections = this.#state.collections.map((each) =>
      each.name === name ? { ...each, ...change } : each,
    )
    this.#state = { ...this.#state, collections }
  }

  #end(outcome: RunEnd['outcome'], reason: string | null): RunEnd {
    return { outcome, reason, began: this.#began, collections: this.#state.collections.map(shown) }
  }
}

/** A collection's state as the document shows it. */
export function shown({ name, planned, deleted, exported }: Collection): ClearedCollection {
  return { name, planned, deleted, exported }
}
