/** What came of a try, as people said it. */
export type Result = 'worked' | 'failed' | 'unclear'

/** Something that was tried, or that happened, as people said it. */
export interface Try {
  /** ISO 8601 as far as it was given: `2026-01-02`, `2026-01-02T09:10:00Z`; null where nobody said. */
  readonly at: string | null
  readonly what: string
  readonly result: Result
  /** In their words; empty where nobody said. */
  readonly outcome: string
  /** Where it stands: `line 12`, `tried[3]`. */
  readonly place: string
}

/** Something that people concluded, or hold to be so. */
export interface Statement {
  readonly text: string
  readonly place: string
}

/** What people claimed and tried: the file of `--said`, once read. */
export interface Said {
  /** The error as the application prints it; null where nobody said. */
  readonly error: string | null
  readonly tried: readonly Try[]
  readonly concluded: readonly Statement[]
}

/** Longer lists are logs; what is left out would be read by nobody. */
export const mostTries = 200
export const mostStatements = 200
/** UTF-16 units of one text. */
export const longestText = 600
