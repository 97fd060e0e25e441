import { trialsAt } from '@mongowhy/core'
import type { Arm, Ask, Endpoint, Evidence, Experiment, ExperimentPlan, Trial } from '@mongowhy/core'

// Once may be chance; an arm that shows the same twice, with the others between, is taken at its word.
const leastRounds = 2
// What differs from round to round still differs after four: that it does is then the finding.
const mostRounds = 4

/** One round: the control, then the variations. */
export interface Round {
  readonly control: Ask
  readonly variations: readonly Ask[]
}

/** The next round of an experiment; null once it has decided. Pure: `evidence` holds the rounds before. */
export function nextRound(
  experiment: Experiment,
  plan: ExperimentPlan,
  evidence: Evidence,
  at: Endpoint,
): Round | null {
  const { control, variations } = trialsAt(evidence, experiment, at)
  const done = roundsMade(evidence, experiment, at)
  const tried = variations.filter(({ results }) => results.length > 0)
  const decided = done >= leastRounds && [control, ...tried].every(isSteady)
  if (decided || done >= mostRounds) return null
  const trial = (arm: Trial['arm'], variant?: string): Trial => ({
    experiment: experiment.name,
    arm,
    ...(variant === undefined ? {} : { variant }),
    round: done + 1,
  })
  return {
    control: { ...plan.control, endpoint: at, trial: trial('control') },
    variations: plan.variations.map(({ variant, ...compared }) => ({
      ...compared,
      endpoint: at,
      trial: trial('variation', variant),
    })),
  }
}

/** How many rounds were begun, whatever became of their looks. */
export function roundsMade(evidence: Evidence, experiment: Experiment, at: Endpoint | null): number {
  return evidence.looks.reduce((most, { ask: { trial, endpoint } }) => {
    return trial?.experiment === experiment.name && endpoint === at ? Math.max(most, trial.round) : most
  }, 0)
}

/** No result at all (each look cut short or broken) will not come by trying again. */
function isSteady({ steady, results }: Arm): boolean {
  return steady !== null || results.length === 0
}
