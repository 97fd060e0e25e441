import type { Evidence, NamedCause } from '@mongowhy/core'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

import { numbersFrom, reordered, shuffled, slowed } from '../../causes/test/noise.ts'
import { judgeAgain } from '../src/judge-again.ts'
import { compose } from './members/compose.ts'
import { memberFaults } from './members/member-faults.ts'
import type { MemberFault } from './members/member-faults.ts'
import { isKin, outlineOf, shortcomings } from './members/outline.ts'
import type { Outline } from './members/outline.ts'
import { diagnosed, each } from './members/record.ts'

// MONGOWHY_MATRIX=all: every triple on evidence, every pair on sockets, in one order; a quarter of an hour in place of seconds.
const all = process.env['MONGOWHY_MATRIX'] === 'all'
const everyNthTriple = all ? 1 : 5
const partners = all ? Math.floor(memberFaults.length / 2) : 1

interface Recorded {
  readonly fault: MemberFault
  readonly evidence: Evidence
  readonly alone: Outline
}

let recorded: readonly Recorded[] = []

beforeAll(async () => {
  recorded = await each(memberFaults, async (fault) => {
    const { evidence } = await diagnosed([fault])
    return { fault, evidence, alone: outlineOf(judgeAgain(compose([evidence])).verdict) }
  })
}, 240_000)

function failings(faults: readonly Recorded[], together: Outline): readonly string[] {
  const problems = shortcomings(
    together,
    faults.map(({ alone }) => alone),
  )
  const names = faults.map(({ fault }) => fault.name).join(' + ')
  return problems.length === 0 ? [] : [`${names}: ${problems.join('; ')}`]
}

function onEvidence(faults: readonly Recorded[]): readonly string[] {
  return failings(faults, outlineOf(judgeAgain(compose(faults.map(({ evidence }) => evidence))).verdict))
}

test('each fault alone is named', () => {
  for (const { fault, alone } of recorded)
    expect([fault.name, isKin(fault.code, alone.codes)]).toEqual([fault.name, true])
})

describe('on evidence', () => {
  test('of two members that are broken, in either order, both are named, and nothing else is', () => {
    const problems = recorded.flatMap((one) => recorded.flatMap((other) => onEvidence([one, other])))
    expect(problems).toEqual([])
  }, 240_000)

  test('what was ruled out is cited from looks that were made', () => {
    for (const [index, one] of recorded.entries()) {
      const other = recorded[(index + 1) % recorded.length]
      if (other === undefined) continue
      const evidence = compose([one.evidence, other.evidence])
      const { verdict } = judgeAgain(evidence)
      const made = new Set(evidence.looks.map(({ id }) => id))
      expect(verdict.ruledOut.length).toBeGreaterThan(0)
      for (const { code, because } of verdict.ruledOut) {
        expect([code, because.length > 0, because.every(({ look }) => made.has(look))]).toEqual([
          code,
          true,
          true,
        ])
      }
    }
  })

  test('of three members that are broken, all are named, and nothing else is', () => {
    let count = 0
    const problems: string[] = []
    for (const [first, one] of recorded.entries()) {
      for (const [second, two] of recorded.entries()) {
        for (const three of recorded.slice(second + 1)) {
          if (second <= first || count++ % everyNthTriple !== 0) continue
          problems.push(...onEvidence([one, two, three]))
        }
      }
    }
    expect(problems).toEqual([])
  }, 600_000)
})

describe('noise', () => {
  const verdictOf = (evidence: Evidence): unknown => judgeAgain(evidence).verdict
  /** What a verdict says, without the order of what is of the same weight. */
  const said = (evidence: Evidence): unknown => {
    const { verdict } = judgeAgain(evidence)
    const words = ({ code, certainty, endpoints }: NamedCause): string =>
      `${code} ${certainty} ${endpoints.toSorted().join(' ')}`
    return {
      outcome: verdict.outcome,
      faults: [...(verdict.primary === null ? [] : [verdict.primary]), ...verdict.others]
        .map(words)
        .toSorted(),
      advisories: verdict.advisories.map(words).toSorted(),
      consequences: verdict.consequences.map(({ code, of }) => `${code} ${of}`).toSorted(),
      ruledOut: verdict.ruledOut.map(({ code }) => code).toSorted(),
      undecided: verdict.undecided.map(({ code }) => code).toSorted(),
    }
  }
  const pairs = (): fc.Arbitrary<Evidence> =>
    fc
      .array(fc.integer({ min: 0, max: recorded.length - 1 }), { minLength: 1, maxLength: 3 })
      .map((chosen) => compose(chosen.flatMap((index) => recorded[index]?.evidence ?? [])))

  test('the order in which members answer changes nothing', () => {
    fc.assert(
      fc.property(pairs(), fc.integer(), (evidence, seed) => {
        expect(said(reordered(evidence, numbersFrom(seed)))).toEqual(said(evidence))
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  test('the order of looks in a file changes nothing at all', () => {
    fc.assert(
      fc.property(pairs(), fc.integer(), (evidence, seed) => {
        const distinct = reordered(evidence, () => 0)
        expect(verdictOf(shuffled(distinct, numbersFrom(seed)))).toEqual(verdictOf(distinct))
      }),
      { numRuns: 30 },
    )
  }, 120_000)

  test('a slow machine changes times alone', () => {
    fc.assert(
      fc.property(pairs(), fc.constantFrom(0.3, 2, 8), (evidence, times) => {
        expect(said(slowed(evidence, times))).toEqual(said(evidence))
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})

describe('on sockets', () => {
  test('of two members that are broken both are named, and nothing else is', async () => {
    const pairs = recorded.flatMap((one, index) =>
      Array.from({ length: partners }, (_, step) => recorded[(index + step + 1) % recorded.length]).flatMap(
        (other) => (other === undefined ? [] : [[one, other] as const]),
      ),
    )
    const look = async (pair: readonly Recorded[]): Promise<readonly string[]> =>
      failings(pair, outlineOf((await diagnosed(pair.map(({ fault }) => fault))).verdict))
    const problems = await each(pairs, async (pair) => {
      const found = await look(pair)
      // Servers and prober share one thread here, and a machine that stalls is met by both: a second try tells.
      return found.length === 0 ? found : look(pair)
    })
    expect(problems.flat()).toEqual([])
  }, 1_800_000)
})
