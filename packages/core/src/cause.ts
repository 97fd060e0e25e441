import type { Endpoint } from './endpoint.ts'
import type { Ask, Evidence, LookId } from './evidence.ts'
import type { Experiment } from './experiment.ts'
import type { Phrase } from './phrase.ts'
import type { CauseCode } from './stage.ts'
import type { TargetChange } from './target-change.ts'

/**
 * How sure a verdict is. `proven`: a controlled change behaved as the cause predicts. `certain`: the observation admits
 * no other cause. `likely`: the usual cause of what was seen, with look-alikes named. `possible`: one of several.
 */
export type Certainty = 'proven' | 'certain' | 'likely' | 'possible'

const certainties: readonly Certainty[] = ['possible', 'likely', 'certain', 'proven']

/** Negative when `a` is less certain than `b`; for sorting. */
export function compareCertainty(a: Certainty, b: Certainty): number {
  return certainties.indexOf(a) - certainties.indexOf(b)
}

/** One look, and what it says in favour of the inference. */
export interface Citation {
  readonly look: LookId
  readonly endpoint: Endpoint | null
  readonly says: Phrase
}

export type Citations = readonly [Citation, ...Citation[]]

/**
 * What a cause's rule makes of the evidence. `bearing` is `advisory` for what is worth knowing and does not keep the
 * target from being used. `absent` needs a look that rules it out; where no look bears on it, say `unknown`.
 */
export type Inference<Facts> =
  | {
      readonly is: 'present'
      readonly certainty: Certainty
      readonly bearing: 'fault' | 'advisory'
      readonly facts: Facts
      readonly because: Citations
      /** The endpoints that a target-wide rule found at fault, where not the target as a whole is. */
      readonly concerns?: readonly Endpoint[]
      /** Looks that would make it surer, or withdraw it. */
      readonly missing?: readonly Ask[]
    }
  | { readonly is: 'absent'; readonly because: readonly Citation[] }
  | {
      readonly is: 'unknown'
      readonly missing: readonly Ask[]
      /** The looks are worth a connection even where the target works: what they show, other programs trip over. */
      readonly worthKnowing?: true
    }

/** What to tell a person: words apart from values. `confirm` is the one check that would settle it. */
export interface Advice {
  readonly title: Phrase
  readonly explanation: Phrase
  readonly steps: readonly Phrase[]
  readonly confirm?: Phrase
  /** What whoever runs the server should check, each by the name of the thing; where it is the reader, `steps` say it. */
  readonly operator?: readonly Phrase[]
}

export type CauseScope = 'target' | 'endpoint'

export type CauseDefinition<Facts> = CauseRule<Facts> &
  (
    | {
        readonly scope: 'endpoint'
        /** Experiments that tell this cause from its look-alikes; `infer` reads what they showed. */
        readonly experiments?: readonly Experiment[]
      }
    // An experiment is made at an endpoint; a rule of the target as a whole has none to plan it at.
    | { readonly scope: 'target'; readonly experiments?: never }
  )

interface CauseRule<Facts> {
  readonly code: CauseCode
  /** A short noun phrase for lists: `The port is closed`. */
  readonly title: string
  /** More general causes whose place this one takes when both are present. */
  readonly refines?: readonly CauseCode[]
  /** Causes that are mere consequences when this one is present (at the same endpoint, or anywhere if it concerns the target). */
  readonly explains?: readonly CauseCode[]
  infer(evidence: Evidence, at: Endpoint | null): Inference<Facts>
  advise(facts: Facts): Advice
  /** The smallest change that makes it work if this is the cause; null where none can be tried from here. */
  remedy?(facts: Facts): TargetChange | null
}

/** A conclusion with its facts already put into words: what leaves the cause's folder. */
export type Finding =
  | {
      readonly is: 'present'
      readonly code: CauseCode
      readonly at: Endpoint | null
      readonly certainty: Certainty
      readonly bearing: 'fault' | 'advisory'
      readonly advice: Advice
      readonly because: Citations
      readonly concerns: readonly Endpoint[]
      /** What would make it work if this is the cause. */
      readonly remedy: TargetChange | null
      /** Looks that would make it surer, or withdraw it. */
      readonly missing: readonly Ask[]
    }
  | {
      readonly is: 'absent'
      readonly code: CauseCode
      readonly at: Endpoint | null
      readonly because: readonly Citation[]
    }
  | {
      readonly is: 'unknown'
      readonly code: CauseCode
      readonly at: Endpoint | null
      readonly missing: readonly Ask[]
      readonly worthKnowing: boolean
    }

export interface Cause {
  readonly code: CauseCode
  readonly title: string
  readonly scope: CauseScope
  readonly refines: readonly CauseCode[]
  readonly explains: readonly CauseCode[]
  readonly experiments: readonly Experiment[]
  find(evidence: Evidence, at: Endpoint | null): Finding
}

/** Binds a rule to its words, so that the type of the facts stays inside the cause's folder. */
export function defineCause<Facts>(definition: CauseDefinition<Facts>): Cause {
  const { code, title, scope } = definition
  return {
    code,
    title,
    scope,
    refines: definition.refines ?? [],
    explains: definition.explains ?? [],
    experiments: definition.experiments ?? [],
    find(evidence, at) {
      const inference = definition.infer(evidence, at)
      switch (inference.is) {
        case 'present': {
          const { certainty, bearing, because } = inference
          return {
            is: 'present',
            code,
            at,
            certainty,
            bearing,
            because,
            concerns: inference.concerns ?? (at === null ? [] : [at]),
            advice: definition.advise(inference.facts),
            missing: inference.missing ?? [],
            remedy: definition.remedy?.(inference.facts) ?? null,
          }
        }
        case 'absent':
          return { is: 'absent', code, at, because: inference.because }
        case 'unknown':
          return {
            is: 'unknown',
            code,
            at,
            missing: inference.missing,
            worthKnowing: inference.worthKnowing === true,
          }
      }
    },
  }
}

/** Shorthands that rules return. */
export function absent(...because: readonly Citation[]): {
  readonly is: 'absent'
  readonly because: readonly Citation[]
} {
  return { is: 'absent', because }
}

export function unknown(...missing: readonly Ask[]): {
  readonly is: 'unknown'
  readonly missing: readonly Ask[]
} {
  return { is: 'unknown', missing }
}

/** A citation of a look. */
export function cite(
  look: { readonly id: LookId; readonly ask: { readonly endpoint: Endpoint | null } },
  phrase: Phrase,
): Citation {
  return { look: look.id, endpoint: look.ask.endpoint, says: phrase }
}
