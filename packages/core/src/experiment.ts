import type { Endpoint } from './endpoint.ts'
import type { Evidence, Look, SeenLook, Trial } from './evidence.ts'
import type { ProbeName, Variations } from './sightings/index.ts'

/** One look of an experiment: which probe, with what varied. Where it is made is the planner's to say. */
export type Compared = {
  readonly [P in ProbeName]: { readonly probe: P; readonly vary: Variations[P] }
}[ProbeName]

/** What an experiment compares: one control, and variations of it that each change one thing. */
export interface ExperimentPlan {
  readonly control: Compared
  readonly variations: readonly (Compared & { readonly variant: string })[]
}

/**
 * A controlled experiment: control and variations alternate, round by round, until every arm has shown the same result
 * twice, or until the bounds are met. All its looks are made at the one endpoint that it is planned for, so that it meets
 * its own rounds again. It stands in the folder of the cause that it refines, and that cause's rule reads what came of it.
 */
export interface Experiment {
  /** Names its looks; a shared experiment runs once, whoever asks for it. */
  readonly name: string
  /** What to compare at this endpoint, by what is known; null where the experiment would tell nothing. */
  plan(evidence: Evidence, at: Endpoint): ExperimentPlan | null
  /** The result of one look in one word, by which looks are counted: `refused`, `certificate`. */
  label(look: Look): string | null
}

/** An experiment with one probe, so that its label need not tell probes apart. */
export function defineExperiment<P extends ProbeName>(definition: {
  readonly name: string
  readonly probe: P
  plan(
    evidence: Evidence,
    at: Endpoint,
  ): {
    readonly control: Variations[P]
    readonly variations: readonly { readonly variant: string; readonly vary: Variations[P] }[]
  } | null
  label(saw: SeenLook<P>['saw']): string
}): Experiment & { readonly probe: P } {
  const { name, probe } = definition
  return {
    name,
    probe,
    plan: (evidence, at) => {
      const plan = definition.plan(evidence, at)
      if (plan === null) return null
      const variations = plan.variations.map(({ variant, vary }) => ({ probe, variant, vary }))
      // What one probe compares is one of the union of all.
      return { control: { probe, vary: plan.control }, variations } as object as ExperimentPlan
    },
    label: (look) =>
      look.ask.probe === probe && look.status === 'seen'
        ? definition.label(look.saw as SeenLook<P>['saw'])
        : null,
  }
}

/** The looks of one arm, and how often each result was met. */
export interface Arm {
  /** null: the control. */
  readonly variant: string | null
  /** Looks that saw something, in the order of their rounds. */
  readonly looks: readonly Look[]
  readonly results: readonly string[]
  /** The one result of every look; null where they differ, or where there is none. */
  readonly steady: string | null
}

export interface Trials {
  readonly control: Arm
  readonly variations: readonly Arm[]
}

/** What an experiment has shown at one place so far. */
export function trialsAt(evidence: Evidence, experiment: Experiment, at: Endpoint | null): Trials {
  const looks = evidence.looks.filter(
    ({ ask }) => ask.trial?.experiment === experiment.name && ask.endpoint === at,
  )
  const variants = [
    ...new Set(looks.flatMap(({ ask }) => (isVariation(ask.trial) ? [ask.trial.variant ?? ''] : []))),
  ]
  return {
    control: arm(
      experiment,
      null,
      looks.filter(({ ask }) => ask.trial?.arm === 'control'),
    ),
    variations: variants.map((variant) =>
      arm(
        experiment,
        variant,
        looks.filter(({ ask }) => isVariation(ask.trial) && (ask.trial.variant ?? '') === variant),
      ),
    ),
  }
}

/** One variation of an experiment by its name; an arm without looks where it was not tried. */
export function variationOf(trials: Trials, variant: string): Arm {
  return (
    trials.variations.find((each) => each.variant === variant) ?? {
      variant,
      looks: [],
      results: [],
      steady: null,
    }
  )
}

/** `2 of 2`: how often an arm came to a result, for people. */
export function timesOf({ results }: Arm, result: string): string {
  return `${results.filter((each) => each === result).length} of ${results.length}`
}

function isVariation(trial: Trial | undefined): trial is Trial {
  return trial?.arm === 'variation'
}

function arm(experiment: Experiment, variant: string | null, looks: readonly Look[]): Arm {
  const met = looks.flatMap((look) => {
    const label = experiment.label(look)
    return label === null ? [] : [{ look, label }]
  })
  const results = met.map(({ label }) => label)
  const [first] = results
  return {
    variant,
    looks: met.map(({ look }) => look),
    results,
    steady: first !== undefined && results.every((each) => each === first) ? first : null,
  }
}
