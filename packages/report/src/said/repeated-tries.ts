import { says } from '@mongowhy/core'
import type { Phrase } from '@mongowhy/core'

import type { Said, Try } from './said.ts'

/** The same try with two results: at the same time it is a contradiction, at different times it came and went. */
export function repeatedTries({ tried }: Said): readonly Phrase[] {
  const groups = new Map<string, Try[]>()
  for (const each of tried.filter(({ result }) => result !== 'unclear')) {
    const key = each.what
      .toLowerCase()
      .replace(/[^\p{L}\p{N}=]+/gu, ' ')
      .trim()
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].flatMap((group) => {
    const worked = group.filter(({ result }) => result === 'worked')
    const failed = group.filter(({ result }) => result === 'failed')
    const [one] = worked
    const [first] = failed
    if (one === undefined || first === undefined) return []
    const same = worked.flatMap((each) => {
      const other = failed.find(({ at }) => at !== null && at === each.at && isMoment(at))
      return other === undefined ? [] : [[each, other] as const]
    })[0]
    if (same !== undefined)
      return [
        says`${same[0].place} against ${same[1].place}: the same try at the same time is said to have worked and to have failed.`,
      ]
    return [
      says`${one.place} and ${first.place}: the same try (${one.what.slice(0, 80)}) is said to have worked and to have failed. That is possible where something else changed or where it comes and goes; then neither result says anything of what was tried.`,
    ]
  })
}

/** A day holds many moments. */
function isMoment(at: string): boolean {
  return at.includes('T')
}
