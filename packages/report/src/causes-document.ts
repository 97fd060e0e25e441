import { stageOf } from '@mongowhy/core'
import type { CauseCode, Stage } from '@mongowhy/core'

/** One row of `mongowhy causes --json`. `lab`: whether `mongowhy lab CODE` can show it. */
export interface ListedCause {
  readonly code: CauseCode
  readonly stage: Stage
  readonly title: string
  readonly lab: boolean
}

export interface CausesDocument {
  readonly format: 1
  readonly causes: readonly ListedCause[]
}

/** The document that `mongowhy causes --json` prints. */
export function causesDocument(
  causes: readonly { readonly code: CauseCode; readonly title: string; readonly lab: boolean }[],
): CausesDocument {
  return {
    format: 1,
    causes: causes.map(({ code, title, lab }) => ({ code, stage: stageOf(code), title, lab })),
  }
}
