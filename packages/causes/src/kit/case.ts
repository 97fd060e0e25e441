import type { CauseCode, Certainty, Endpoint, Evidence } from '@mongowhy/core'

/** Evidence that must match this cause. */
export interface MatchingCase {
  readonly name: string
  readonly evidence: Evidence
  /** Where the rule is asked; null for a cause of the target. */
  readonly at: Endpoint | null
  readonly certainty: Certainty
  readonly bearing?: 'advisory'
}

/** Evidence that looks like this cause and is not. `is` says what the rule must answer. */
export interface LookAlike {
  readonly name: string
  readonly evidence: Evidence
  readonly at: Endpoint | null
  readonly is: 'absent' | 'unknown' | 'not-present'
  /** What it really is, where the registry has a name for it. */
  readonly really?: CauseCode
}

export interface Cases {
  readonly code: CauseCode
  readonly matching: readonly MatchingCase[]
  readonly lookAlikes: readonly LookAlike[]
}

export function defineCases(cases: Cases): Cases {
  return cases
}
