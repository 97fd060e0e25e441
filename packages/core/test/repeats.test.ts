import { describe, expect, test } from 'vitest'

import { clustersIn } from '../src/repeats/clusters.ts'
import { chanceOfOrder, chanceOfSoMany, periodOf } from '../src/repeats/statistics.ts'
import type { RepeatedPlace } from '../src/repeats/summary.ts'

const row = (results: string): readonly boolean[] => Array.from(results, (each) => each === '1')

function place(results: string, endpoint = 'a:27017', address = '192.0.2.1'): RepeatedPlace {
  const passed = row(results)
  return {
    endpoint,
    address,
    tries: passed.length,
    passed: passed.filter(Boolean).length,
    steps: [],
    failures: [],
    servers: 1,
    results: passed,
  }
}

const kinds = (...places: readonly RepeatedPlace[]): readonly string[] =>
  clustersIn(places).map(({ by }) => by)

describe('statistics', () => {
  test('the chance of a share agrees with the table of the test', () => {
    // Fisher's tea: 4 of 4 cups right, the other 4 wrong.
    expect(chanceOfSoMany(4, 4, { failed: 0, tries: 4 })).toBeCloseTo(1 / 70, 10)
    expect(chanceOfSoMany(0, 4, { failed: 2, tries: 4 })).toBeCloseTo(1, 10)
  })

  test('the chances of all orders add up', () => {
    const { soFew, soMany } = chanceOfOrder([true, true, true, false, false, false])
    // Two of the twenty orders of three and three have two stretches.
    expect(soFew).toBeCloseTo(2 / 20, 10)
    expect(soMany).toBeCloseTo(1, 10)
    expect(chanceOfOrder([true, true])).toEqual({ soFew: 1, soMany: 1 })
  })

  test('a period is one only where no try speaks against it', () => {
    expect(periodOf(row('101010'))).toBe(2)
    expect(periodOf(row('110110110'))).toBe(3)
    expect(periodOf(row('110100110'))).toBeNull()
    expect(periodOf(row('1101111'))).toBeNull()
  })

  test('a thousand tries are reckoned too', () => {
    const { soMany, soFew } = chanceOfOrder(Array.from({ length: 1_000 }, (_, at) => at % 2 === 0))
    expect(soMany).toBeLessThan(1e-100)
    expect(soFew).toBeCloseTo(1, 6)
  })
})

describe('what failures have in common', () => {
  test('a member', () => {
    expect(kinds(place('1111111111'), place('0000000000', 'b:27017'))).toEqual(['member'])
  })

  test('an address of one member', () => {
    expect(kinds(place('1111111111'), place('0100000000', 'a:27017', '192.0.2.2'))).toEqual(['address'])
  })

  test('a stretch of time', () => {
    const clusters = clustersIn([place('11111000000011111111')])
    expect(clusters).toEqual([{ by: 'time', endpoint: 'a:27017', address: '192.0.2.1', from: 6, to: 12 }])
  })

  test('their turn', () => {
    expect(clustersIn([place('110110110110')])).toEqual([
      { by: 'turn', endpoint: 'a:27017', address: '192.0.2.1', every: 3 },
    ])
  })

  test('nothing where it may be chance, or where nothing passes or fails', () => {
    expect(kinds(place('1101110111'))).toEqual([])
    expect(kinds(place('10'), place('11', 'b:27017'))).toEqual([])
    expect(kinds(place('0000000000'))).toEqual([])
    expect(kinds(place('1111111111'))).toEqual([])
  })
})
