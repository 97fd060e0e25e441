import { defaultOptions, Secret } from '@mongowhy/core'
import type { ReportDocument } from '@mongowhy/report'

import type { Configuration, Seat } from '../configuration/configuration.ts'

// What inference and the end of the looks need beyond the bound on one step.
const reserveMs = 400

/** A diagnosis within a bound, with the options that the application connects with. Null where it is cut short. */
export async function diagnoseSeat(
  seat: Seat,
  { driver }: Configuration,
  boundMs: number,
  signal: AbortSignal,
): Promise<ReportDocument | null> {
  const { diagnose } = await import('../diagnosis.ts')
  if (signal.aborted) return null
  const report = await diagnose(
    { uri: new Secret(seat.uri), source: seat.from },
    {
      ...defaultOptions,
      timeoutMs: boundMs,
      stageTimeoutMs: Math.max(100, Math.min(defaultOptions.stageTimeoutMs, boundMs - reserveMs)),
      driverOptions: { ...driver },
    },
    { signal },
  )
  return signal.aborted ? null : report
}
