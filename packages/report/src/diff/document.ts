import { phraseText } from '@mongowhy/core'
import type { CauseCode, Certainty, Stage } from '@mongowhy/core'

import type { Difference } from './compare.ts'
import type { Diff, Side } from './diff.ts'

interface SideDocument {
  readonly name: string
  readonly takenAt: string
  readonly outcome: string
  readonly code: CauseCode | null
}

/** What `mongowhy diff --json` prints; `schema/diff.schema.json` describes it. */
export interface DiffDocument {
  readonly format: 1
  readonly a: SideDocument
  readonly b: SideDocument
  /** Nothing that matters differs. */
  readonly same: boolean
  readonly headline: string
  readonly first: { readonly stage: Stage; readonly key: string } | null
  readonly causes: readonly {
    readonly side: 'a' | 'b'
    readonly code: CauseCode
    readonly certainty: Certainty
    readonly title: string
    readonly bears: readonly string[]
    readonly says: string
  }[]
  readonly differences: readonly Difference[]
}

export function diffDocument({ a, b, differences, first, headline, causes }: Diff): DiffDocument {
  return {
    format: 1,
    a: sideDocument(a),
    b: sideDocument(b),
    same: first === null,
    headline: phraseText(headline),
    first: first === null ? null : { stage: first.stage, key: first.key },
    causes: causes.map(({ side, cause, bears, says }) => ({
      side,
      code: cause.code,
      certainty: cause.certainty,
      title: phraseText(cause.title),
      bears: bears.map(({ key }) => key),
      says: phraseText(says),
    })),
    differences,
  }
}

function sideDocument({ name, report: { evidence, verdict } }: Side): SideDocument {
  return { name, takenAt: evidence.takenAt, outcome: verdict.outcome, code: verdict.primary?.code ?? null }
}
