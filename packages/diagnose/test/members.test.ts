import type { Evidence } from '@mongowhy/core'
import { beforeAll, describe, expect, test } from 'vitest'

import { judgeAgain } from '../src/judge-again.ts'
import { compose } from './members/compose.ts'
import { memberFaults } from './members/member-faults.ts'
import type { MemberFault } from './members/member-faults.ts'
import { isKin, outlineOf, shortcomings } from './members/outline.ts'
import type { Outline } from './members/outline.ts'
import { diagnosed, each } from './members/record.ts'

// MONGOWHY_MATRIX=all: every triple on evidence, every pair on sockets; minutes in place of seconds.
const all = process.env['MONGOWHY_MATRIX'] === 'all'
const everyNthTriple = all ? 1 : 5
const partners = all ? memberFaults.length : 1

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

describe('on sockets', () => {
  test('of two members that are broken both are named, and nothing else is', async () => {
    const pairs = recorded.flatMap((one, index) =>
      Array.from({ length: partners }, (_, step) => recorded[(index + step + 1) % recorded.length]).flatMap(
        (other) => (other === undefined ? [] : [[one, other] as const]),
      ),
    )
    const problems = await each(pairs, async (pair) => {
      const { verdict } = await diagnosed(pair.map(({ fault }) => fault))
      return failings(pair, outlineOf(verdict))
    })
    expect(problems.flat()).toEqual([])
  }, 900_000)
})
