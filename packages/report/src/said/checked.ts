import type { LookId, Phrase } from '@mongowhy/core'

import type { Claim } from './claims.ts'
import type { Statement } from './said.ts'

/** What evidence makes of a claim. Nothing that bears on it is not a no. */
export type Judgement = 'supported' | 'contradicted' | 'cannot be checked'

/** One claim held against the evidence. */
export interface Check {
  readonly judgement: Judgement
  readonly reason: Phrase
  readonly looks: readonly LookId[]
}

/** A statement with the claim that evidence has most to say about; null: it claims nothing that evidence could speak of. */
export interface CheckedStatement extends Check {
  readonly statement: Statement
  readonly claim: Claim | null
}

export function supported(reason: Phrase, ...looks: readonly LookId[]): Check {
  return { judgement: 'supported', reason, looks }
}

export function contradicted(reason: Phrase, ...looks: readonly LookId[]): Check {
  return { judgement: 'contradicted', reason, looks }
}

export function unchecked(reason: Phrase, ...looks: readonly LookId[]): Check {
  return { judgement: 'cannot be checked', reason, looks }
}
