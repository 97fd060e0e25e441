import type { CauseCode, Symptom } from '@mongowhy/core'

/** One symptom found in one record. */
export interface Hit {
  readonly code: CauseCode
  readonly symptom: Symptom
  /** The words that matched, as they stand in the cleaned text. */
  readonly words: string
  /** Whether it stood in the innermost of chained errors, in a wrapper around it, or there was no chain. */
  readonly layer: 'innermost' | 'wrapper' | 'only'
}
