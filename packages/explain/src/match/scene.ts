import type { Clue, DriverName, Sign, SignKind } from '@mongowhy/core'

import { viewsOf } from '../clean/views.ts'
import type { Views } from '../clean/views.ts'
import { placesIn, signsIn } from '../signs/index.ts'
import type { FoundSign } from '../signs/index.ts'

/** Everything that was pasted, as the background against which one record is read. */
export interface Scene {
  readonly views: Views
  readonly signs: ReadonlyMap<string, FoundSign>
  readonly driver: DriverName | null
}

/** One record with what was decoded from it. */
export interface Passage {
  readonly views: Views
  /** The views in lower case, in which anchors are looked for. */
  readonly folded: Views
  readonly signs: ReadonlyMap<string, FoundSign>
  readonly scene: Scene
}

/** The scene of a cleaned text; `raw` is what it was cleaned from. */
export function sceneOf(text: string, raw: string, driver: DriverName | null): Scene {
  const views = viewsOf(text)
  const places = placesIn(raw).map((place) => [place.sign, place] as const)
  return { views, signs: new Map([...places, ...signsIn(`${views.lines}\n${views.flat}`)]), driver }
}

export function passageOf(text: string, scene: Scene): Passage {
  if (text === scene.views.lines)
    return { views: scene.views, folded: foldedOf(scene.views), signs: scene.signs, scene }
  const views = viewsOf(text)
  return {
    views,
    folded: foldedOf(views),
    signs: signsIn(views.flat === views.lines ? views.lines : `${views.lines}\n${views.flat}`),
    scene,
  }
}

const foldedOf = ({ lines, flat, tight }: Views): Views => ({
  lines: lines.toLowerCase(),
  flat: flat.toLowerCase(),
  tight: tight?.toLowerCase() ?? null,
})

// What holds for the whole paste; everything else belongs to the record that says it.
const background: ReadonlySet<SignKind> = new Set(['host', 'uri', 'os', 'in', 'runtime', 'version', 'date'])

export function shows(passage: Passage, sign: Sign): FoundSign | undefined {
  const own = passage.signs.get(sign)
  if (own !== undefined) return own
  const kind = sign.slice(0, sign.indexOf(':')) as SignKind
  return background.has(kind) ? passage.scene.signs.get(sign) : undefined
}

/** Whether a further clue holds anywhere in what was pasted. */
export function holds(passage: Passage, clue: Clue): boolean {
  if (typeof clue === 'string') return shows(passage, clue) !== undefined
  const { lines, flat } = passage.scene.views
  return clue.test(lines) || (flat !== lines && clue.test(flat))
}

/** Whether what speaks against a symptom stands in the same record. */
export function speaksAgainst(passage: Passage, clue: Clue): boolean {
  if (typeof clue === 'string') return shows(passage, clue) !== undefined
  const { lines, flat } = passage.views
  return clue.test(lines) || (flat !== lines && clue.test(flat))
}
