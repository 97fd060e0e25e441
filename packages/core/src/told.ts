import type { Phrase } from './phrase.ts'
import type { CauseCode } from './stage.ts'

/** What can show a cause that no look from outside can: words that a program printed, a file, a provider's interface, or time. */
export type ShownBy = 'error-text' | 'server-log' | 'source' | 'provider-api' | 'long-watch'

/**
 * A cause that a prober cannot meet: a driver of another language, a provider's settings, the host of the server. It has
 * words, symptoms and a page, and neither rule nor cases; `explain` names it.
 */
export interface ToldCause {
  readonly code: CauseCode
  /** A short noun phrase for lists: `The cluster is paused`. */
  readonly title: string
  readonly shownBy: ShownBy
  readonly explanation: Phrase
  readonly steps: readonly Phrase[]
  /** The one check that would settle it. */
  readonly confirm: Phrase
}

/** Declares a cause that is told, not seen. */
export function defineTold(cause: ToldCause): ToldCause {
  return cause
}
