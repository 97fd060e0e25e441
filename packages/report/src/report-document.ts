import { phraseText, repeatsIn, seenBy, visible } from '@mongowhy/core'
import type {
  CauseCode,
  Certainty,
  Citation,
  Evidence,
  NamedCause,
  RepeatedPlace,
  Repeats,
  Report,
  Stage,
  StageLine,
  TlsMatrixSighting,
  Verdict,
} from '@mongowhy/core'

export interface CitationDocument {
  readonly look: string
  readonly endpoint: string | null
  readonly says: string
}

export interface CauseDocument {
  readonly code: CauseCode
  readonly certainty: Certainty
  readonly stage: Stage
  readonly endpoints: readonly string[]
  readonly title: string
  readonly explanation: string
  readonly because: readonly CitationDocument[]
  readonly steps: readonly string[]
  readonly confirm: string | null
  /** Absent in documents of older versions. */
  readonly operator?: readonly string[]
}

interface VerdictDocument {
  readonly outcome: Verdict['outcome']
  readonly headline: string
  readonly primary: CauseDocument | null
  readonly others: readonly CauseDocument[]
  readonly advisories: readonly CauseDocument[]
  readonly consequences: Verdict['consequences']
  readonly ruledOut: readonly {
    readonly code: CauseCode
    readonly title: string
    readonly because: readonly CitationDocument[]
  }[]
  readonly undecided: Verdict['undecided']
  readonly disagreement: string | null
}

interface StageDocument {
  readonly stage: Stage
  readonly endpoint: string | null
  readonly status: StageLine['status']
  readonly tookMs: number
  readonly summary: string
}

/** What `mongowhy --json` prints and `--output` keeps; `schema/diagnose.schema.json` describes it. */
export interface ReportDocument {
  readonly format: 1
  readonly tool: Report['tool']
  readonly target: Report['target']
  readonly interrupted: boolean
  readonly anonymized?: true
  readonly verdict: VerdictDocument
  readonly stages: readonly StageDocument[]
  readonly evidence: Evidence
  readonly timing: Report['timing']
  /** What `--repeat` found. */
  readonly repeats?: RepeatsDocument
  /** What `--tls-matrix` found, for each server that was asked. */
  readonly tlsMatrix?: readonly ({ readonly endpoint: string } & TlsMatrixSighting)[]
}

type RepeatsDocument = Omit<Repeats, 'places'> & {
  readonly places: readonly (Omit<RepeatedPlace, 'results'> & {
    /** One digit for each try, in their order: 1 went well. */
    readonly results: string
  })[]
}

/** Puts a report into the shape of the contract; phrases become text in which nothing is invisible. */
export function reportDocument(report: Report): ReportDocument {
  const { tool, target, interrupted, verdict, stages, evidence, timing } = report
  return {
    format: 1,
    tool,
    target: { uri: visible(target.uri), source: target.source },
    interrupted,
    ...(report.anonymized === true ? { anonymized: true as const } : {}),
    verdict: {
      outcome: verdict.outcome,
      headline: phraseText(verdict.headline),
      primary: verdict.primary === null ? null : causeDocument(verdict.primary),
      others: verdict.others.map(causeDocument),
      advisories: verdict.advisories.map(causeDocument),
      consequences: verdict.consequences,
      ruledOut: verdict.ruledOut.map(({ code, title, because }) => ({
        code,
        title,
        because: because.map(citationDocument),
      })),
      undecided: verdict.undecided,
      disagreement: verdict.disagreement === null ? null : phraseText(verdict.disagreement),
    },
    stages: stages.map(({ stage, endpoint, status, tookMs, summary }) => ({
      stage,
      endpoint,
      status,
      tookMs: rounded(tookMs),
      summary: phraseText(summary),
    })),
    evidence,
    timing: { totalMs: rounded(timing.totalMs), criticalPathMs: rounded(timing.criticalPathMs) },
    ...repeatsOf(evidence),
    ...matrixOf(evidence),
  }
}

function repeatsOf(evidence: Evidence): Pick<ReportDocument, 'repeats'> {
  const repeats = repeatsIn(evidence)
  if (repeats === null) return {}
  const places = repeats.places.map((place) => ({
    ...place,
    results: place.results.map((passed) => (passed ? '1' : '0')).join(''),
  }))
  return { repeats: { ...repeats, places } }
}

function matrixOf(evidence: Evidence): Pick<ReportDocument, 'tlsMatrix'> {
  const found = seenBy(evidence, 'tls.matrix')
  return found.length === 0
    ? {}
    : { tlsMatrix: found.map(({ ask, saw }) => ({ endpoint: ask.endpoint ?? '', ...saw })) }
}

function causeDocument(cause: NamedCause): CauseDocument {
  return {
    code: cause.code,
    certainty: cause.certainty,
    stage: cause.stage,
    endpoints: cause.endpoints,
    title: phraseText(cause.title),
    explanation: phraseText(cause.explanation),
    because: cause.because.map(citationDocument),
    steps: cause.steps.map((step) => phraseText(step)),
    confirm: cause.confirm === null ? null : phraseText(cause.confirm),
    operator: cause.operator.map((each) => phraseText(each)),
  }
}

function citationDocument({ look, endpoint, says }: Citation): CitationDocument {
  return { look, endpoint, says: phraseText(says) }
}

/** A microsecond is finer than anything that was measured. */
function rounded(ms: number): number {
  return Math.round(ms * 1_000) / 1_000
}
