import type { ReportDocument } from '@mongowhy/report'

import type { Configuration, Seat } from '../configuration/configuration.ts'
import { warn } from '../warn.ts'
import { secretsOf } from './secrets.ts'

// What inference and the end of the looks need beyond the bound on one step.
const reserveMs = 400

/**
 * A diagnosis within a bound, with the options that the application connects with. Null where it is cut short or cannot be
 * made (an application's bundle may lack its files, say): the driver's own error must not be lost with it.
 */
export async function diagnoseSeat(
  seat: Seat,
  configuration: Configuration,
  boundMs: number,
  signal: AbortSignal,
): Promise<ReportDocument | null> {
  try {
    return await diagnosed(seat, configuration, boundMs, signal)
  } catch (error) {
    await warnOnce(configuration, error)
    return null
  }
}

let warned = false

async function warnOnce(configuration: Configuration, error: unknown): Promise<void> {
  if (warned) return
  warned = true
  const { redactedError } = await import('../errors/redacted-error.ts')
  const why = redactedError(error, secretsOf(configuration)).message
  warn(
    configuration,
    'MONGOWHY_NO_DIAGNOSIS',
    { why },
    `Why MongoDB cannot be reached could not be looked into: ${why}. Where the application is bundled, keep "mongowhy" out of the bundle.`,
  )
}

async function diagnosed(
  seat: Seat,
  { driver }: Configuration,
  boundMs: number,
  signal: AbortSignal,
): Promise<ReportDocument | null> {
  const { defaultOptions, diagnose, Secret } = await import('../diagnosis.ts')
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
