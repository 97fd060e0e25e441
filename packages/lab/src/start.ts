import { faults } from '@mongowhy/causes/faults'
import type { CauseCode, DiagnoseOptions, Endpoint } from '@mongowhy/core'

/** A broken deployment on loopback; it stays up until `stop()`. */
export interface RunningFault {
  readonly code: CauseCode
  /** The connection string that meets the fault. */
  readonly uri: string
  /** What else one must pass to meet it on loopback: a resolver, a CA file. */
  readonly options: Partial<DiagnoseOptions>
  readonly endpoints: readonly Endpoint[]
  stop(): Promise<void>
}

/** No fault has this code. */
export class UnknownFault extends Error {
  override readonly name: string = 'UnknownFault'
}

/** This machine cannot show the fault; the message says why. */
export class UnavailableFault extends Error {
  override readonly name: string = 'UnavailableFault'
}

/**
 * Starts the broken deployment of one cause, by its code, on loopback ports that are free. Needs no network and no root.
 * Rejects with `UnknownFault` or `UnavailableFault`.
 */
export async function startFault(code: string): Promise<RunningFault> {
  const fault = faults.find((candidate) => candidate.code === code)
  if (fault === undefined) throw new UnknownFault(`the lab has no fault ${JSON.stringify(code.slice(0, 60))}`)
  const why = (await fault.unavailable?.()) ?? null
  if (why !== null) throw new UnavailableFault(`${code} cannot be shown here: ${why}`)
  const started = await fault.start()
  return {
    code: fault.code,
    uri: started.uri,
    options: started.options ?? {},
    endpoints: started.endpoints ?? [],
    stop: () => started.stop(),
  }
}
