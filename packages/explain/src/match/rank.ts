import type { CauseCode, DriverName } from '@mongowhy/core'

import { related } from '../driver/detect.ts'
import type { Hit } from './hit.ts'

export type TextCertainty = 'certain' | 'likely' | 'possible'

/** A cause with all that speaks for it. */
export interface Ranked {
  readonly code: CauseCode
  readonly certainty: TextCertainty
  readonly score: number
  /** The words of the input, the weightiest first. */
  readonly words: readonly string[]
}

/** The hits of one record, with what is known of it. */
export interface Reading {
  readonly hits: readonly Hit[]
  readonly subject: 'mongodb' | 'unknown'
  readonly count: number
}

const base: Readonly<Record<TextCertainty, number>> = { certain: 300, likely: 200, possible: 100 }

// A weight never lifts a symptom over one of the next certainty.
const perWeight = 5
const perLayer = 8
const perFurther = 4

interface Weighed {
  readonly code: CauseCode
  readonly certainty: TextCertainty
  readonly score: number
  readonly words: string
  readonly yields: boolean
}

/** Causes in the order in which the text speaks for them. */
export function rank(readings: readonly Reading[], driver: DriverName | null): readonly Ranked[] {
  const weighed = yielding(
    readings.flatMap((reading) => reading.hits.flatMap((hit) => weigh(hit, reading, driver))),
  )
  const byCode = new Map<CauseCode, Weighed[]>()
  for (const one of weighed) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one])
  const ranked = [...byCode].map(([code, all]) => together(code, all)).sort((a, b) => b.score - a.score)
  return onlyOneCertain(ranked)
}

function weigh(hit: Hit, { subject, count }: Reading, driver: DriverName | null): readonly Weighed[] {
  const { code, symptom, words, layer } = hit
  const foreign = driver !== null && !related(driver, symptom.driver)
  // Another driver's words are trusted only where they are unmistakable.
  if (foreign && symptom.certainty !== 'certain') return []
  const sure = foreign ? 'likely' : symptom.certainty
  // Words that do not say that they are about MongoDB prove nothing alone.
  const certainty = subject === 'unknown' && sure === 'certain' ? 'likely' : sure
  const score =
    base[certainty] +
    (symptom.weight ?? 0) * perWeight +
    (layer === 'innermost' ? perLayer : layer === 'wrapper' ? -perLayer : 0) +
    (driver !== null && symptom.driver === driver ? 2 : 0) +
    (subject === 'unknown' ? -40 : 0) +
    Math.min(6, Math.log2(count))
  return [{ code, certainty, score, words, yields: symptom.yields === true }]
}

/** What follows upon another error, and a mere notice, go behind the error. */
function yielding(all: readonly Weighed[]): readonly Weighed[] {
  const errors = all.filter(({ yields, certainty }) => !yields && certainty !== 'possible')
  return all.map((one) => {
    if (!one.yields || errors.every(({ code }) => code === one.code)) return one
    return { ...one, certainty: 'possible', score: one.score - base[one.certainty] + base.possible }
  })
}

function together(code: CauseCode, all: readonly Weighed[]): Ranked {
  const sorted = [...all].sort((a, b) => b.score - a.score)
  const words = [...new Set(sorted.map((one) => one.words))]
  const further = Math.min(3, words.length - 1) * perFurther
  return {
    code,
    certainty: sorted[0]?.certainty ?? 'possible',
    score: (sorted[0]?.score ?? 0) + further,
    words,
  }
}

/** Two causes that the same text makes certain contradict "certain": the second is what the first may bring with it. */
function onlyOneCertain(ranked: readonly Ranked[]): readonly Ranked[] {
  return ranked.map((one, index) =>
    index > 0 && one.certainty === 'certain' ? { ...one, certainty: 'likely' as const } : one,
  )
}
