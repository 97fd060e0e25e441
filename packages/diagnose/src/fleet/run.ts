import type { DiagnoseOptions, Report, Target } from '@mongowhy/core'
import { SharedWork } from '@mongowhy/probes'

import { diagnose } from '../diagnose.ts'
import { inTurn } from './in-turn.ts'
import type { Turns } from './in-turn.ts'

export interface FleetOptions extends Turns {
  readonly version?: string
  /** Called with each report as it comes, in no particular order; what it returns is waited for. */
  onReport(report: Report, index: number): Promise<void>
}

/**
 * Diagnoses many targets in one process. Looks at this machine and answers of resolvers are shared; a host is looked at
 * for few targets at once. Keeps no report. Resolves when all are done, or the signal aborted.
 */
export async function diagnoseFleet(
  targets: readonly Target[],
  options: DiagnoseOptions,
  { version, onReport, ...turns }: FleetOptions,
): Promise<void> {
  const shared = new SharedWork()
  try {
    await inTurn(targets, turns, async (target, index, signal) => {
      const hooks = { signal, shared, ...(version === undefined ? {} : { version }) }
      await onReport(await diagnose(target, options, hooks), index)
    })
  } finally {
    shared.end()
  }
}
