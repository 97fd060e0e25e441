import type { Evidence, Finding } from '@mongowhy/core'
import { causes } from '@mongowhy/causes'
import { cases } from '@mongowhy/causes/cases'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { numbersFrom, reordered, slowed } from './noise.ts'

const byCode = new Map(causes.map((cause) => [cause.code, cause]))

// They compare what was measured with the user's own bounds: for them alone, other times are another finding.
const measures = new Set(['ops-pool-exhausted', 'ops-time-limit', 'topology-timeout-too-small'])

const all = cases.flatMap(({ code, matching, lookAlikes }) =>
  [...matching, ...lookAlikes].map(({ name, evidence, at }) => ({ code, name, evidence, at })),
)

function foundIn(code: string, evidence: Evidence, at: string | null): unknown {
  const finding: Finding | undefined = byCode.get(code as Finding['code'])?.find(evidence, at)
  if (finding?.is !== 'present') return finding?.is
  return [finding.is, finding.certainty, finding.bearing, finding.concerns.toSorted()]
}

test.each([0.2, 3, 20])('what is found does not depend on how fast the machine is (%s times)', (times) => {
  for (const { code, name, evidence, at } of all) {
    if (measures.has(code)) continue
    expect([code, name, foundIn(code, slowed(evidence, times), at)]).toEqual([
      code,
      name,
      foundIn(code, evidence, at),
    ])
  }
})

test('what is found does not depend on which member answered first', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.integer(), (each, seed) => {
      expect(foundIn(each.code, reordered(each.evidence, numbersFrom(seed)), each.at)).toEqual(
        foundIn(each.code, each.evidence, each.at),
      )
    }),
    { numRuns: 2_000 },
  )
})
