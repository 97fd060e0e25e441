import type { Phrase } from '@mongowhy/core'

import type { Run } from '../support/support-case.ts'
import { between } from './between.ts'
import type { Between } from './between.ts'
import { checkStatement } from './check.ts'
import type { CheckedStatement } from './checked.ts'
import { contradictionsIn } from './contradictions.ts'
import { eventsOf } from './events.ts'
import type { TimedEvent } from './events.ts'
import { observe } from './observed.ts'
import type { Said } from './said.ts'

/** What people said and what was measured, weighed together. */
export interface Weighed {
  readonly error: string | null
  readonly events: readonly TimedEvent[]
  readonly statements: readonly CheckedStatement[]
  readonly contradictions: readonly Phrase[]
  readonly between: Between | null
}

/** Holds every statement against the evidence of all runs. Pure. */
export function weigh(runs: readonly Run[], said: Said | null): Weighed {
  const observed = observe(runs)
  const events = eventsOf(runs, said)
  return {
    error: said?.error ?? null,
    events,
    statements: (said?.concluded ?? []).map((statement) => checkStatement(statement, observed)),
    contradictions: said === null ? [] : contradictionsIn(said, observed),
    between: between(events, observed),
  }
}
