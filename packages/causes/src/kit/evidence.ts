import { defaultOptions } from '@mongowhy/core'
import type {
  Ask,
  AskOf,
  Endpoint,
  Evidence,
  EvidenceOptions,
  Look,
  LookId,
  ProbeName,
  Sightings,
  SkipReason,
  Trial,
  Variations,
} from '@mongowhy/core'

/** Builds evidence by hand, look by look, for cases. Each method returns a new builder. */
export interface EvidenceBuilder {
  saw<P extends ProbeName>(
    probe: P,
    endpoint: Endpoint | null,
    vary: Variations[P],
    saw: Sightings[P],
    tookMs?: number,
  ): EvidenceBuilder
  /** A look of an experiment. */
  tried<P extends ProbeName>(
    probe: P,
    endpoint: Endpoint | null,
    vary: Variations[P],
    saw: Sightings[P],
    trial: Trial,
  ): EvidenceBuilder
  skipped<P extends ProbeName>(
    probe: P,
    endpoint: Endpoint | null,
    vary: Variations[P],
    reason: SkipReason,
  ): EvidenceBuilder
  build(options?: Partial<EvidenceOptions>): Evidence
}

/** Evidence without a look, to build upon. */
export function evidence(looks: readonly Look[] = []): EvidenceBuilder {
  const id = (probe: ProbeName): LookId =>
    `${probe}#${looks.filter((look) => look.ask.probe === probe).length + 1}`
  const add = (look: object): EvidenceBuilder => evidence([...looks, look as Look])
  return {
    saw: (probe, endpoint, vary, saw, tookMs = 1) =>
      add({
        id: id(probe),
        ask: { probe, endpoint, vary },
        startedAt: looks.length,
        status: 'seen',
        tookMs,
        saw,
      }),
    tried: (probe, endpoint, vary, saw, trial) =>
      add({
        id: id(probe),
        ask: { probe, endpoint, vary, trial },
        startedAt: looks.length,
        status: 'seen',
        tookMs: 1,
        saw,
      }),
    skipped: (probe, endpoint, vary, reason) =>
      add({
        id: id(probe),
        ask: { probe, endpoint, vary },
        startedAt: looks.length,
        status: 'skipped',
        reason,
      }),
    build: (options = {}) => ({
      format: 1,
      takenAt: '2026-01-01T00:00:00.000Z',
      options: {
        offline: false,
        stageTimeoutMs: defaultOptions.stageTimeoutMs,
        resolvers: [],
        writeCheck: null,
        ...options,
      },
      looks,
    }),
  }
}

/** An ask as data. */
export function ask<P extends ProbeName>(probe: P, endpoint: Endpoint | null, vary: Variations[P]): Ask {
  const made: AskOf<P> = { probe, endpoint, vary }
  return made as object as Ask
}
