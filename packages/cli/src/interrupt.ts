import { exitStatus } from './exit-status.ts'

// Looks end at once when they are told to; what has not ended by then never will.
const patienceMs = 5_000

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ctrl-C and its kin, while something runs. The first asks to stop, the second ends the process at once. */
export interface Interrupt {
  readonly signal: AbortSignal
  /** Gives the keys back to the process. */
  release(): void
}

export function onInterrupt(): Interrupt {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(exitStatus.interrupted)
    controller.abort(new DOMException('interrupted', 'AbortError'))
    setTimeout(() => process.exit(exitStatus.interrupted), patienceMs).unref()
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
