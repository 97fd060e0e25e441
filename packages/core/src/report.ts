import type { Certainty, Citation } from './cause.ts'
import type { Endpoint } from './endpoint.ts'
import type { Evidence } from './evidence.ts'
import type { Phrase } from './phrase.ts'
import type { CauseCode, Stage } from './stage.ts'

/** A cause as the verdict names it. Several endpoints with the same fault stand in one. */
export interface NamedCause {
  readonly code: CauseCode
  readonly certainty: Certainty
  readonly stage: Stage
  readonly endpoints: readonly Endpoint[]
  readonly title: Phrase
  readonly explanation: Phrase
  readonly because: readonly Citation[]
  readonly steps: readonly Phrase[]
  readonly confirm: Phrase | null
  /** What whoever runs the server should check; empty where the cause has no words of its own for them. */
  readonly operator: readonly Phrase[]
}

export interface Verdict {
  readonly outcome: 'healthy' | 'explained' | 'unexplained'
  /** One sentence: what the outcome is, of what. */
  readonly headline: Phrase
  readonly primary: NamedCause | null
  readonly others: readonly NamedCause[]
  readonly advisories: readonly NamedCause[]
  readonly consequences: readonly { readonly code: CauseCode; readonly of: CauseCode }[]
  readonly ruledOut: readonly {
    readonly code: CauseCode
    readonly title: string
    readonly because: readonly Citation[]
  }[]
  readonly undecided: readonly {
    readonly code: CauseCode
    readonly title: string
    readonly missing: readonly string[]
  }[]
  /** Where the driver's own result and ours differ; null where they agree or it had none. */
  readonly disagreement: Phrase | null
}

export interface StageLine {
  readonly stage: Stage
  readonly endpoint: Endpoint | null
  readonly status: 'ok' | 'failed' | 'degraded' | 'skipped'
  readonly tookMs: number
  readonly summary: Phrase
}

/** Everything that a renderer needs; `packages/report` turns it into the documents of the contract. */
export interface Report {
  readonly tool: {
    readonly name: 'mongowhy'
    readonly version: string
    readonly node: string
    readonly openssl: string
    readonly platform: string
  }
  readonly target: { readonly uri: string; readonly source: string }
  readonly verdict: Verdict
  readonly stages: readonly StageLine[]
  readonly evidence: Evidence
  readonly timing: { readonly totalMs: number; readonly criticalPathMs: number }
  readonly interrupted: boolean
  /** Names and addresses are replaced, so the rules can no longer judge the evidence: the verdict stays as it is. */
  readonly anonymized?: true
}
