import type { CauseCode } from './stage.ts'

export type DriverName =
  | 'node'
  | 'mongoose'
  | 'prisma'
  | 'pymongo'
  | 'motor'
  | 'go'
  | 'java'
  | 'spring'
  | 'kotlin'
  | 'scala'
  | 'csharp'
  | 'rust'
  | 'php'
  | 'ruby'
  | 'elixir'
  | 'c'
  | 'mongosh'
  | 'mongo-shell'
  | 'compass'
  | 'deno'
  | 'bun'
  | 'any'

/** How a driver prints a cause. `explain` reads these; nothing else may match on texts. */
export interface Symptom {
  readonly driver: DriverName
  /** Must match within one error text; bounded expressions without nested repetition. */
  readonly pattern: RegExp
  /** How far the words alone decide. */
  readonly certainty: 'certain' | 'likely' | 'possible'
  /** A real text that the pattern matches, and where it was recorded. */
  readonly sample: string
}

/** The symptoms of one cause. */
export interface Symptoms {
  readonly code: CauseCode
  readonly symptoms: readonly Symptom[]
}
