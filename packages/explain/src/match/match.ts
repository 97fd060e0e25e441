import type { Sign, Symptom, Symptoms } from '@mongowhy/core'

import { canMatch } from './anchors.ts'
import type { Hit } from './hit.ts'
import { layerAt } from './layers.ts'
import { holds, shows, speaksAgainst } from './scene.ts'
import type { Passage } from './scene.ts'

/** Every symptom that a record shows. */
export function hitsIn(passage: Passage, all: readonly Symptoms[]): readonly Hit[] {
  const found = search(passage, all, ['lines', 'flat'])
  if (found.some(({ symptom }) => symptom.certainty !== 'possible')) return found
  // Words broken in the middle, as a narrow terminal breaks them: only where nothing else was found.
  return [...found, ...search(passage, all, ['tight'])]
}

function search(
  passage: Passage,
  all: readonly Symptoms[],
  views: readonly ('lines' | 'flat' | 'tight')[],
): readonly Hit[] {
  const hits: Hit[] = []
  for (const { code, symptoms } of all) {
    for (const symptom of symptoms) {
      const found = find(passage, symptom, views)
      if (found !== null) hits.push({ code, symptom, ...found })
    }
  }
  return hits
}

function find(
  passage: Passage,
  symptom: Symptom,
  views: readonly ('lines' | 'flat' | 'tight')[],
): Pick<Hit, 'words' | 'layer'> | null {
  const found = first(passage, symptom, views)
  if (found === null) return null
  if (symptom.with?.some((clue) => !holds(passage, clue)) === true) return null
  if (symptom.unless?.some((clue) => speaksAgainst(passage, clue)) === true) return null
  return found
}

function first(
  passage: Passage,
  symptom: Symptom,
  views: readonly ('lines' | 'flat' | 'tight')[],
): Pick<Hit, 'words' | 'layer'> | null {
  const { folded } = passage
  const own = passage.views
  for (const name of views) {
    const text = own[name]
    if (text === null || (name !== 'lines' && text === own.lines)) continue
    if (!canMatch(symptom, folded[name] ?? '')) continue
    const { pattern } = symptom
    if (typeof pattern === 'string') return name === 'tight' ? null : decoded(passage, pattern)
    const match = pattern.exec(text)
    if (match !== null) return { words: match[0], layer: layerAt(text, match.index + match[0].length) }
  }
  return null
}

function decoded(passage: Passage, wanted: Sign): Pick<Hit, 'words' | 'layer'> | null {
  const sign = shows(passage, wanted)
  if (sign === undefined) return null
  return { words: sign.words, layer: layerAt(passage.views.lines, sign.at + sign.words.length) }
}
