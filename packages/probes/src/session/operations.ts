import type { OperationSighting } from '@mongowhy/core'

import type { ProbeContext } from '../context.ts'
import { reasonOf } from '../recorder.ts'
import { within } from './lookup.ts'
import type { Redaction } from './redaction.ts'
import { isRefusal, serverErrorOf } from './server-error.ts'

type Operation = OperationSighting['operation']

/** Runs single commands, each within a bound, and keeps a look of each. */
export interface Operations {
  /** Whether it was done; `broken` when no answer came and nothing further should be asked. */
  run(
    operation: Operation,
    namespace: string,
    act: () => Promise<unknown>,
    signal?: AbortSignal,
  ): Promise<'done' | 'refused' | 'broken'>
}

export function operations(
  ctx: ProbeContext,
  redact: Redaction,
  signal: AbortSignal,
  timeoutMs: number = ctx.options.stageTimeoutMs,
): Operations {
  return {
    run: async (operation, namespace, act, interrupt = signal) => {
      const open = ctx.recorder.begin({ probe: 'ops.run', endpoint: null, vary: { operation } })
      if (interrupt.aborted) {
        open.skipped(reasonOf(interrupt))
        return 'broken'
      }
      try {
        await withinBound(act(), timeoutMs, interrupt)
        open.seen({ operation, namespace, outcome: { is: 'done' } })
        return 'done'
      } catch (error) {
        if (interrupt.aborted) {
          open.skipped(reasonOf(interrupt))
          return 'broken'
        }
        open.seen({ operation, namespace, outcome: { is: 'failed', error: serverErrorOf(error, redact) } })
        return isRefusal(error) ? 'refused' : 'broken'
      }
    },
  }
}

/** The answer, or an error once the bound on the step is over; closing the driver ends what is left. */
export async function withinBound<T>(
  promise: Promise<T>,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<T> {
  const bound = new AbortController()
  const late = Object.assign(new Error(`no answer within ${timeoutMs} ms`), { name: 'NoAnswerError' })
  const timer = setTimeout(() => bound.abort(late), timeoutMs)
  try {
    return await within(promise, AbortSignal.any([signal, bound.signal]))
  } finally {
    clearTimeout(timer)
  }
}
