import type { CauseCode } from '@mongowhy/core'

/** What `mongowhy causes` knows of one cause; gathered when the package is built. */
export interface CatalogueEntry {
  readonly code: CauseCode
  readonly title: string
  readonly lab: boolean
  /** The words of a verdict, from a case of the cause; null where it has none. */
  readonly example: {
    readonly title: string
    readonly certainty: string
    readonly explanation: string
    readonly steps: readonly string[]
    readonly confirm: string | null
  } | null
  /** Markdown; null where the words say it all. */
  readonly page: string | null
}
