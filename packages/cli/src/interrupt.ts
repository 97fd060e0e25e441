import { exitStatus } from './exit-status.ts'
import type { ExitStatus } from './exit-status.ts'

// Looks end at once when they are told to; what has not ended by then never will.
const lookingPatienceMs = 5_000

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ctrl-C and its kin, while something runs. The first asks to stop, the second ends the process at once. */
export interface Interrupt {
  readonly signal: AbortSignal
  /** Gives the keys back to the process. */
  release(): void
}

export interface InterruptOptions {
  /** How long what runs may take to stop. */
  readonly patienceMs?: number
  /** The status of a process that did not stop by itself. */
  readonly status?: ExitStatus
}

export function onInterrupt(options: InterruptOptions = {}): Interrupt {
  const { patienceMs = lookingPatienceMs, status = exitStatus.interrupted } = options
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(status)
    controller.abort(new DOMException('interrupted', 'AbortError'))
    setTimeout(() => process.exit(status), patienceMs).unref()
  }
  for (const name of signals) process.on(name, stop)
  return {
    signal: controller.signal,
    release: () => {
      for (const name of signals) process.off(name, stop)
    },
  }
}

/** Resolves at the interrupt. */
export async function interrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
