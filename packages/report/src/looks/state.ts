import { stageOrder, stages } from '@mongowhy/core'
import type { Look, ProbeName, Stage } from '@mongowhy/core'

export type LookState = 'ok' | 'failed' | 'skipped'

/** The stage that a probe belongs to: the first part of its name; the driver's own attempt ends the row. */
export function stageOfProbe(probe: ProbeName): Stage {
  const name = probe.split('.')[0]
  return [...stages].sort((a, b) => stageOrder(a) - stageOrder(b)).find((stage) => stage === name) ?? 'client'
}

/** Whether a look went as a connection needs it; for what people are shown, the verdict does not read it. */
export function lookState(look: Look): LookState {
  if (look.status === 'skipped') return 'skipped'
  if (look.status === 'broken') return 'failed'
  // An attempt that was cut short says neither.
  if ('servers' in look.saw && look.saw.outcome.is === 'cut-short') return 'skipped'
  return wentWell(look) ? 'ok' : 'failed'
}

function wentWell(look: Extract<Look, { status: 'seen' }>): boolean {
  const { saw } = look
  if ('faults' in saw) return saw.faults.length === 0
  if (
    'verifications' in saw &&
    saw.verifications.some(({ store, trusted }) => store === 'driver' && !trusted)
  )
    return false
  if (!('outcome' in saw)) return true
  const outcome = typeof saw.outcome === 'string' ? saw.outcome : saw.outcome.is
  return good.has(outcome)
}

const good: ReadonlySet<string> = new Set([
  'answer',
  'nodata',
  'open',
  'connected',
  'secure',
  'reply',
  'logged-in',
  'no-credentials',
  'known',
  'done',
  'usable',
])
