import type { Endpoint } from './endpoint.ts'
import { indexedLooks } from './look-index.ts'
import type { ProbeName, Sightings, Variations } from './sightings/index.ts'

/** What a look sets out to learn, of whom, and with what varied. Plain data: a rule can ask for a look without making one. */
export interface AskOf<P extends ProbeName> {
  readonly probe: P
  readonly endpoint: Endpoint | null
  readonly vary: Variations[P]
  /** The look is one of an experiment's: control and variation alternate, round by round. */
  readonly trial?: Trial
}

export interface Trial {
  /** Which experiment, in words of its own: `sni`, `repeat`. */
  readonly experiment: string
  readonly arm: 'control' | 'variation'
  /** Which of several variations; absent where there is one. */
  readonly variant?: string
  /** From 1. */
  readonly round: number
}

export type Ask = { readonly [P in ProbeName]: AskOf<P> }[ProbeName]

/** `tls.handshake#3`: unique within one evidence, in the order in which looks began. */
export type LookId = `${string}#${number}`

export type SkipReason =
  | 'offline'
  | 'earlier-fault'
  | 'not-needed'
  | 'unverified-peer'
  | 'time-out'
  | 'interrupted'
  | 'cut-short'
  | 'not-asked'
  | 'too-many'

interface LookBase<P extends ProbeName> {
  readonly id: LookId
  readonly ask: AskOf<P>
  /** Milliseconds since the diagnosis began. */
  readonly startedAt: number
}

export interface SeenLook<P extends ProbeName> extends LookBase<P> {
  readonly status: 'seen'
  readonly tookMs: number
  readonly saw: Sightings[P]
}

export interface BrokenLook<P extends ProbeName> extends LookBase<P> {
  readonly status: 'broken'
  readonly tookMs: number
  readonly error: string
}

export interface SkippedLook<P extends ProbeName> extends LookBase<P> {
  readonly status: 'skipped'
  readonly reason: SkipReason
}

/** One look of one probe. Bad news is an answer (`seen`); `broken` means that our own look failed; `skipped` is not a no. */
export type LookOf<P extends ProbeName> = SeenLook<P> | BrokenLook<P> | SkippedLook<P>

export type Look = { readonly [P in ProbeName]: LookOf<P> }[ProbeName]

/** Plain JSON; everything that a verdict rests on. */
export interface Evidence {
  readonly format: 1
  /** ISO 8601. */
  readonly takenAt: string
  readonly options: EvidenceOptions
  readonly looks: readonly Look[]
}

/** The options of the diagnosis that rules must know to read the looks. */
export interface EvidenceOptions {
  readonly offline: boolean
  readonly stageTimeoutMs: number
  /** Resolvers given by the user, the first of which was used; empty: the system's. */
  readonly resolvers: readonly string[]
  readonly writeCheck: string | null
  /** The host that `--control` names, `host` or `host:port`. Absent in evidence of older versions, as the two below. */
  readonly control?: string | null
  /** `asked`: by `--prove`; `safe`: what sends no credentials to an unverified peer and spends no login; `off`. */
  readonly prove?: 'asked' | 'safe' | 'off'
  readonly repeat?: number
  /** Where the connection string came from: `argument`, `env:NAME`, `stdin`, `.env:NAME`, `config:NAME`. */
  readonly source?: string
}

/**
 * Looks of one probe, whatever became of them; `at` narrows to an endpoint. Looks of experiments are left out: their
 * conditions were changed on purpose, and `trialsOf` gives them.
 */
export function looksOf<P extends ProbeName>(
  evidence: Evidence,
  probe: P,
  at?: Endpoint | null,
): readonly LookOf<P>[] {
  // A union cannot be narrowed by a generic key; the index makes it true.
  return indexedLooks(evidence.looks, probe, at).all as readonly object[] as readonly LookOf<P>[]
}

/** Looks that an experiment made with one probe, in the order in which they began; `at` narrows to an endpoint. */
export function trialsOf<P extends ProbeName>(
  evidence: Evidence,
  experiment: string,
  probe: P,
  at?: Endpoint | null,
): readonly LookOf<P>[] {
  const found = evidence.looks.filter(
    (look) =>
      look.ask.probe === probe &&
      look.ask.trial?.experiment === experiment &&
      (at === undefined || look.ask.endpoint === at),
  )
  // As above.
  return found as readonly object[] as readonly LookOf<P>[]
}

/** Looks of one probe that saw something; `at` narrows to an endpoint. */
export function seenBy<P extends ProbeName>(
  evidence: Evidence,
  probe: P,
  at?: Endpoint | null,
): readonly SeenLook<P>[] {
  // As above.
  return indexedLooks(evidence.looks, probe, at).seen as readonly object[] as readonly SeenLook<P>[]
}

/** The first look of one probe that saw something, or undefined. */
export function firstSeen<P extends ProbeName>(
  evidence: Evidence,
  probe: P,
  at?: Endpoint | null,
): SeenLook<P> | undefined {
  return seenBy(evidence, probe, at)[0]
}

/** Every endpoint that a look was addressed to, in the order of first mention. */
export function endpointsOf(evidence: Evidence): readonly Endpoint[] {
  const found = new Set<Endpoint>()
  for (const look of evidence.looks) if (look.ask.endpoint !== null) found.add(look.ask.endpoint)
  return [...found]
}

/** Whether two asks would make the same look (a repetition of an experiment counts as different). */
export function sameAsk(a: Ask, b: Ask): boolean {
  return askKey(a) === askKey(b)
}

/** A string that is equal for asks that would make the same look. */
export function askKey(ask: Ask): string {
  return JSON.stringify([ask.probe, ask.endpoint, sorted(ask.vary), ask.trial ?? null])
}

function sorted(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
