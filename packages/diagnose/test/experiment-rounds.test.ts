import { defineExperiment } from '@mongowhy/core'
import type { Evidence, Experiment, ExperimentPlan, Look } from '@mongowhy/core'
import { evidence as building } from '@mongowhy/causes/kit'
import { describe, expect, test } from 'vitest'

import { boundsOf } from '../src/experiments/bounds.ts'
import { nextRound } from '../src/experiments/round.ts'
import type { Round } from '../src/experiments/round.ts'

const at = 'db.lab.test:27017'
const vary = { address: '127.0.0.1' } as const

const experiment: Experiment = defineExperiment({
  name: 'test',
  probe: 'wire.banner',
  plan: () => null,
  label: ({ outcome }) => outcome.is,
})

const plan: ExperimentPlan = {
  control: { probe: 'wire.banner', vary },
  variations: [{ variant: 'other', probe: 'wire.banner', vary }],
}

/** The evidence after a round in which each arm saw what is told. */
function after(
  before: Evidence,
  round: Round,
  control: 'silent' | 'closed',
  variation: 'silent' | 'closed',
): Evidence {
  const looks = [round.control, ...round.variations].map((ask, index): Look => {
    const is = index === 0 ? control : variation
    return {
      id: `wire.banner#${before.looks.length + index + 1}`,
      // The plan above asks one probe alone.
      ask: ask as Extract<typeof ask, { probe: 'wire.banner' }>,
      startedAt: before.looks.length + index,
      status: 'seen',
      tookMs: 1,
      saw: { address: '127.0.0.1', outcome: { is }, afterMs: 1 },
    }
  })
  return { ...before, looks: [...before.looks, ...looks] }
}

const nothing = building().build()

function rounds(results: readonly (readonly ['silent' | 'closed', 'silent' | 'closed'])[]): number {
  let evidence: Evidence = nothing
  for (const [index, [control, variation]] of results.entries()) {
    const round = nextRound(experiment, plan, evidence, at)
    if (round === null) return index
    evidence = after(evidence, round, control, variation)
  }
  return nextRound(experiment, plan, evidence, at) === null ? results.length : results.length + 1
}

describe('rounds', () => {
  test('control and variation alternate, and are numbered', () => {
    const first = nextRound(experiment, plan, nothing, at)
    expect(first?.control.trial).toEqual({ experiment: 'test', arm: 'control', round: 1 })
    expect(first?.variations.map(({ trial }) => trial)).toEqual([
      { experiment: 'test', arm: 'variation', variant: 'other', round: 1 },
    ])
    expect([first?.control, ...(first?.variations ?? [])].map((ask) => ask?.endpoint)).toEqual([at, at])
    const second =
      first === null ? null : nextRound(experiment, plan, after(nothing, first, 'closed', 'silent'), at)
    expect(second?.control.trial?.round).toBe(2)
  })

  test('two rounds that agree decide, whether the arms differ or not', () => {
    expect(
      rounds([
        ['closed', 'silent'],
        ['closed', 'silent'],
        ['closed', 'silent'],
      ]),
    ).toBe(2)
    expect(
      rounds([
        ['closed', 'closed'],
        ['closed', 'closed'],
        ['closed', 'closed'],
      ]),
    ).toBe(2)
  })

  test('an arm that differs from itself is asked four times, and no more', () => {
    const unsteady = [
      ['closed', 'silent'],
      ['closed', 'closed'],
      ['closed', 'silent'],
      ['closed', 'silent'],
      ['closed', 'silent'],
    ] as const
    expect(rounds(unsteady)).toBe(4)
  })

  test('an experiment of another place or name does not count', () => {
    const first = nextRound(experiment, plan, nothing, at)
    const elsewhere = first === null ? nothing : after(nothing, first, 'closed', 'closed')
    expect(nextRound(experiment, plan, elsewhere, 'b.lab.test:27017')?.control.trial?.round).toBe(1)
    expect(nextRound({ ...experiment, name: 'else' }, plan, elsewhere, at)?.control.trial?.round).toBe(1)
  })
})

describe('bounds', () => {
  test('of a fault that answers, experiments end within three seconds of the start', () => {
    const bounds = boundsOf(nothing, 300)
    expect(bounds.afterSilence).toBe(false)
    expect(bounds.until).toBeLessThan(3_000)
  })

  test('after a silence they end within two seconds of the bound on a step, the patience of one look included', () => {
    for (const nowMs of [5_001, 5_200]) {
      const bounds = boundsOf(nothing, nowMs)
      expect(bounds.afterSilence).toBe(true)
      expect(bounds.until).toBeLessThanOrEqual(nowMs + 1_300)
    }
  })
})
