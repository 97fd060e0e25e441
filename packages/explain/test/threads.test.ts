import { describe, expect, test } from 'vitest'

import { symptoms } from '@mongowhy/causes/symptoms'
import { explain } from '@mongowhy/explain'
import type { Explanation } from '@mongowhy/explain'

import { threads } from './threads.ts'
import type { Thread } from './threads.ts'

// What is promised: the first candidate right in 85 of 100, one of the first three in 95.
const first = 0.85
const amongThree = 0.95

const known = new Set<string>(symptoms.map(({ code }) => code))

const undecided = ({ needs, candidates }: Explanation): boolean =>
  needs !== null && candidates.every(({ certainty }) => certainty === 'possible')

function right({ says, text }: Thread, places: number): boolean {
  const explanation = explain(text)
  if (says.includes(null) && undecided(explanation)) return true
  return explanation.candidates.slice(0, places).some(({ code }) => says.includes(code))
}

describe.each(['development', 'further', 'held-out', 'tools', 'samples', 'messages'] as const)(
  'texts of public threads: %s',
  (name) => {
    const all = threads(name).filter(({ says }) => says.some((code) => code === null || known.has(code)))

    test('most are explained by their first candidate', () => {
      const wrong = all.filter((thread) => !right(thread, 1))
      expect(1 - wrong.length / all.length).toBeGreaterThanOrEqual(first)
    })

    test('nearly all are explained by one of three', () => {
      const wrong = all.filter((thread) => !right(thread, 3))
      expect(1 - wrong.length / all.length).toBeGreaterThanOrEqual(amongThree)
    })

    test.each(all)('nothing is certain and wrong: $says ($driver)', ({ says, text }) => {
      const certain = explain(text).candidates.filter(({ certainty }) => certainty === 'certain')
      expect(certain.filter(({ code }) => !says.includes(code))).toEqual([])
    })
  },
)

test.each(threads('others'))('of other software nothing is claimed: $driver', ({ text }) => {
  const { candidates } = explain(text)
  expect(candidates.filter(({ certainty }) => certainty !== 'possible')).toEqual([])
})

test.each(threads('beside'))('of what only stands beside MongoDB nothing is claimed: $text', ({ text }) => {
  const { candidates } = explain(text)
  expect(candidates.filter(({ certainty }) => certainty !== 'possible')).toEqual([])
})
