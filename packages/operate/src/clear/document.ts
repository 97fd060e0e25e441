/** What `mongowhy clear --json` prints; `schema/clear.schema.json` describes it. */
export interface ClearDocument {
  readonly format: 1
  /** `changed`: the database is not the one that was planned for; nothing was deleted. */
  readonly outcome: 'planned' | 'cleared' | 'refused' | 'changed' | 'interrupted' | 'failed'
  readonly reason: string | null
  readonly database: string
  readonly collections: readonly ClearedCollection[]
  /** The path of the file that `--resume` takes; null where nothing is left to do. */
  readonly resume: string | null
}

export interface ClearedCollection {
  readonly name: string
  /** How many documents it had when the plan was made. */
  readonly planned: number
  readonly deleted: number
  /** The path of its export; null where none was asked for. */
  readonly exported: string | null
}
