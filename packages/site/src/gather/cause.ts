import type { CauseCode, Certainty, DriverName, ShownBy, Stage } from '@mongowhy/core'

/** Everything that the page of one cause says, put together from its folder. */
export interface CauseFacts {
  readonly code: CauseCode
  readonly stage: Stage
  readonly title: string
  /** What alone can show it, where no look can; null: a look can. */
  readonly shownBy: ShownBy | null
  /** Null where the lab cannot show it. */
  readonly lab: { readonly summary: string; readonly advisory: boolean } | null
  /** How verdicts of it read, one for each wording that its cases bring about; the first is the usual one. */
  readonly readings: readonly Reading[]
  /** Markdown. */
  readonly page: string
  readonly symptoms: readonly Printed[]
  /** What looks like it and is not. */
  readonly lookAlikes: readonly LookAlike[]
  /** More general causes whose place it takes. */
  readonly refines: readonly CauseCode[]
  /** Causes that are mere consequences of it. */
  readonly explains: readonly CauseCode[]
}

export interface Reading {
  readonly title: string
  /** Null where it depends on the text that tells of it. */
  readonly certainty: Certainty | null
  readonly advisory: boolean
  readonly explanation: string
  readonly steps: readonly string[]
  readonly confirm: string | null
}

/** One text of one driver. */
export interface Printed {
  readonly driver: DriverName
  readonly text: string
  readonly certainty: 'certain' | 'likely' | 'possible'
}

export interface LookAlike {
  readonly name: string
  /** What it really is, where there is a name for it. */
  readonly really: CauseCode | null
}
