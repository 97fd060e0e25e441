import type { CauseCode, Certainty, DiagnoseOptions, Endpoint } from '@mongowhy/core'

/** How the lab breaks a deployment so that this cause shows; a recipe of fault-kit's parts. */
export interface Fault {
  readonly code: CauseCode
  /** What is wrong with this deployment, in one line, for `mongowhy lab --list`. */
  readonly summary: string
  /** The certainty that the evidence supports. */
  readonly certainty: Certainty
  /** Absent: the cause is the verdict. `advisory`: it is named although the target works. */
  readonly bearing?: 'advisory'
  /** Other causes that are truly there too, and so may stand among the others or the advisories. */
  readonly alsoTrue?: readonly CauseCode[]
  /** Why it cannot be shown on this machine (no IPv6, say); null: it can. */
  readonly unavailable?: () => Promise<string | null> | string | null
  start(): Promise<StartedFault>
}

/** A broken deployment that is up. */
export interface StartedFault {
  /** Contains the canary as password wherever a password can stand. */
  readonly uri: string
  /** What the user would have to pass to meet the fault on loopback: a resolver, a CA file, an address. */
  readonly options?: Partial<DiagnoseOptions>
  readonly endpoints?: readonly Endpoint[]
  stop(): Promise<void>
}

/** The password of every lab deployment; tests prove that it appears in no output. */
export const canary = 'canary-7f3d9b51-do-not-print'

export function defineFault(fault: Fault): Fault {
  return fault
}
