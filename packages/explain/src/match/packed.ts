import type { Clue, Sign, Symptom, Symptoms } from '@mongowhy/core'

import { signatures } from '../driver/signatures.ts'
import { anchoredExpressions } from '../signs/index.ts'
import { anchorsOf, knowAnchors } from './anchors.ts'
import { others } from './belongs.ts'

type PackedClue = Sign | readonly [source: string, flags: string]

interface PackedSymptom extends Omit<Symptom, 'pattern' | 'with' | 'unless' | 'sample'> {
  readonly pattern: PackedClue
  readonly with?: readonly PackedClue[]
  readonly unless?: readonly PackedClue[]
  /** Null where the pattern has none, and where it is a sign. */
  readonly anchors: readonly string[] | null
}

/** The symptoms of one cause as plain data with their anchors, without the samples: what is matched, and is fast to load. */
export interface PackedSymptoms extends Omit<Symptoms, 'symptoms'> {
  readonly symptoms: readonly PackedSymptom[]
}

export function packed(all: readonly Symptoms[]): readonly PackedSymptoms[] {
  return all.map((each) => ({ ...each, symptoms: each.symptoms.map(packedOne) }))
}

function packedOne({
  driver,
  certainty,
  weight,
  yields,
  pattern,
  with: also,
  unless,
}: Symptom): PackedSymptom {
  return {
    driver,
    certainty,
    ...(weight === undefined ? {} : { weight }),
    ...(yields === undefined ? {} : { yields }),
    pattern: packedClue(pattern),
    ...(also === undefined ? {} : { with: also.map(packedClue) }),
    ...(unless === undefined ? {} : { unless: unless.map(packedClue) }),
    anchors: typeof pattern === 'string' ? null : anchorsOf(pattern),
  }
}

/** The anchors of what else is looked for in every text, by the sources of the expressions. */
export function packedAnchors(): Readonly<Record<string, readonly string[] | null>> {
  const expressions = [others, ...anchoredExpressions, ...signatures.map(({ shownBy }) => shownBy)]
  return Object.fromEntries(expressions.map((each) => [each.source, anchorsOf(each)]))
}

const packedClue = (clue: Clue): PackedClue => (typeof clue === 'string' ? clue : [clue.source, clue.flags])

/** The same again. An expression is made when it is first wanted: of a thousand, a text wants a few dozen. */
export function unpacked(all: readonly PackedSymptoms[]): readonly Symptoms[] {
  return all.map((each) => ({ ...each, symptoms: each.symptoms.map(unpackedOne) }))
}

function unpackedOne(one: PackedSymptom): Symptom {
  const symptom = new Unpacked(one)
  if (typeof one.pattern !== 'string') knowAnchors(symptom, one.anchors)
  return symptom
}

class Unpacked implements Symptom {
  readonly driver: Symptom['driver']
  readonly certainty: Symptom['certainty']
  readonly weight: number
  readonly yields?: true
  readonly sample = ''
  readonly #packed: PackedSymptom
  #pattern: Clue | null = null
  #with: readonly Clue[] | null = null
  #unless: readonly Clue[] | null = null

  constructor(packed: PackedSymptom) {
    this.driver = packed.driver
    this.certainty = packed.certainty
    this.weight = packed.weight ?? 0
    if (packed.yields !== undefined) this.yields = packed.yields
    this.#packed = packed
  }

  get pattern(): Clue {
    return (this.#pattern ??= unpackedClue(this.#packed.pattern))
  }

  get with(): readonly Clue[] {
    return (this.#with ??= (this.#packed.with ?? []).map(unpackedClue))
  }

  get unless(): readonly Clue[] {
    return (this.#unless ??= (this.#packed.unless ?? []).map(unpackedClue))
  }
}

const unpackedClue = (clue: PackedClue): Clue =>
  typeof clue === 'string' ? clue : new RegExp(clue[0], clue[1])
