import type { Sign } from '@mongowhy/core'

/** One expression that shows a fact; where it has a group, the group completes the sign (`alert:` + `80`). */
export interface SignRule {
  readonly sign: Sign
  readonly shownBy: RegExp
}

/** A fact found in a text, with the words that show it. */
export interface FoundSign {
  readonly sign: Sign
  readonly words: string
  /** Where the words begin in the text that was searched. */
  readonly at: number
}
