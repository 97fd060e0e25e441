import type { CauseCode, DriverName } from '@mongowhy/core'

/** A cause that the text speaks for. */
export interface Candidate {
  readonly code: CauseCode
  /** `certain`: the words admit no other cause. `likely`: the usual one. `possible`: one of several. */
  readonly certainty: 'certain' | 'likely' | 'possible'
  /** The words of the input that say so, without the secrets in them. */
  readonly because: readonly string[]
  /** The check that tells it from the next candidate. */
  readonly confirm: string
}

/** What an error text says. */
export interface Explanation {
  readonly driver: Exclude<DriverName, 'any'> | null
  /** Ranked; the first is the verdict. */
  readonly candidates: readonly Candidate[]
  /** What to paste instead, where the text does not decide; null where it does. */
  readonly needs: string | null
}
