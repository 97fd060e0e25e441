import type { CauseCode, ShownBy } from '@mongowhy/core'
import type { PackedSymptoms } from '@mongowhy/explain'

/** What `mongowhy causes` knows of one cause; gathered when the package is built. */
export interface CatalogueEntry {
  readonly code: CauseCode
  readonly title: string
  readonly lab: boolean
  /** What alone can show it, where no look can; null: a look can. */
  readonly shownBy: ShownBy | null
  /** The words of a verdict: from a case of the cause, or those of a cause that is told. Null where there are none. */
  readonly example: {
    readonly title: string
    /** Null where it depends on the text that tells of it. */
    readonly certainty: string | null
    readonly explanation: string
    readonly steps: readonly string[]
    readonly confirm: string | null
  } | null
  /** Markdown; null where the words say it all. */
  readonly page: string | null
}

/** What `mongowhy explain` knows; gathered when the package is built. */
export interface SymptomIndex {
  readonly titles: Readonly<Record<string, string>>
  readonly symptoms: readonly PackedSymptoms[]
  /** What `prepareAnchors` takes. */
  readonly anchors: Readonly<Record<string, readonly string[] | null>>
}
