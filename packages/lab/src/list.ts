import { faults } from '@mongowhy/causes/faults'
import { stageOf } from '@mongowhy/core'
import type { CauseCode, Certainty, Stage } from '@mongowhy/core'

/** A broken deployment that the lab can start. */
export interface LabFault {
  readonly code: CauseCode
  readonly stage: Stage
  /** What is wrong with it, in one line. */
  readonly summary: string
  /** How sure a diagnosis can be of it. */
  readonly certainty: Certainty
}

/** Every fault that the lab can start, in the order of their codes. */
export function labFaults(): readonly LabFault[] {
  return faults.map(({ code, summary, certainty }) => ({ code, stage: stageOf(code), summary, certainty }))
}
