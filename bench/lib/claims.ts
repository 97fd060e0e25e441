import type { CauseCode, Certainty, Endpoint, Verdict } from '@mongowhy/core'

/** One cause that a verdict named, and whether it is there. */
export interface Claim {
  readonly code: CauseCode
  readonly certainty: Certainty
  readonly right: boolean
}

/** What one diagnosis of something known came to. */
export interface Judged {
  readonly what: string
  readonly claims: readonly Claim[]
  /** Faults that are there and were not named: honest where the verdict says that it does not know. */
  readonly unnamed: number
  /** It works, and was called broken. */
  readonly calledBroken: boolean
}

/** Holds a verdict to what is known: which causes are true of an endpoint (null: of the target as a whole). */
export function judged(
  what: string,
  verdict: Verdict,
  isTrue: (code: CauseCode, endpoints: readonly Endpoint[]) => boolean,
  there: readonly (readonly CauseCode[])[],
): Judged {
  const named = [
    ...(verdict.primary === null ? [] : [verdict.primary]),
    ...verdict.others,
    ...verdict.advisories,
  ]
  const known = new Set([...named, ...verdict.consequences].map(({ code }) => code))
  return {
    what,
    claims: named.map(({ code, certainty, endpoints }) => ({
      code,
      certainty,
      right: isTrue(code, endpoints),
    })),
    unnamed: there.filter((names) => !names.some((name) => known.has(name))).length,
    calledBroken: there.length === 0 && verdict.outcome !== 'healthy',
  }
}
