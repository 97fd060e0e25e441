import type { DiagnoseOptions, ParsedTarget } from '@mongowhy/core'

import type { Recorder } from './recorder.ts'
import type { SharedWork } from './shared-work.ts'

/** What every probe is given: the target with its secrets, the options, the interrupt, and where looks are kept. */
export interface ProbeContext {
  readonly target: ParsedTarget
  readonly options: DiagnoseOptions
  /** Aborts at the bound of the whole diagnosis or at an interrupt. Each probe adds its own stage bound. */
  readonly signal: AbortSignal
  readonly recorder: Recorder
  /** Where many targets are diagnosed in one process. */
  readonly shared?: SharedWork
}
