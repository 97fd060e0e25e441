import { describe, expect, test } from 'vitest'

import { symptoms } from '@mongowhy/causes/symptoms'
import { explainSieved, packed, Sieve, unpacked } from '@mongowhy/explain'

import { anchorsOf } from '../src/match/anchors.ts'

describe('anchors of an expression', () => {
  test.each([
    [/connection refused/, ['connection refused']],
    [/foo|bar baz/, ['foo', 'bar baz']],
    [/foo|b?/, null],
    [/abc(?:def)?ghij/, ['ghij']],
    [/abcd*efg/, ['abc']],
    [/abcd+e/, ['abcd']],
    [/ab[^\n]{0,20}(?:hello|goodbye)/, ['hello', 'goodbye']],
    [/a\.b\.c\d/, ['a.b.c']],
    [/\bdial tcp\b [\w.]{1,40}: I\/O Timeout/i, [': i/o timeout']],
    [/(?<!not )found(?= it)/, ['found']],
    [/\x41bcd\u0041/, ['bcd']],
    [/\w+/, null],
    [/abc{2}def/, ['abc']],
  ])('%s', (expression, anchors) => {
    expect(anchorsOf(expression)).toEqual(anchors)
  })

  test.each(
    symptoms.flatMap(({ code, symptoms: own }) =>
      own.flatMap(({ pattern, sample }, at) =>
        typeof pattern === 'string' ? [] : [{ name: `${code} #${at + 1}`, pattern, sample }],
      ),
    ),
  )('$name: what it matches holds one of them', ({ pattern, sample }) => {
    const match = pattern.exec(sample)?.[0].toLowerCase()
    const anchors = anchorsOf(pattern)
    // Lookarounds may look beyond the words that match.
    if (match === undefined || anchors === null || pattern.source.includes('(?<')) return
    expect(anchors.some((anchor) => sample.toLowerCase().includes(anchor))).toBe(true)
  })
})

test('packed symptoms explain as the ones they were made of', () => {
  const again = unpacked(JSON.parse(JSON.stringify(packed(symptoms))) as ReturnType<typeof packed>)
  const explained = (text: string, known: typeof symptoms): unknown => {
    const sieve = new Sieve()
    sieve.push(text)
    return explainSieved(sieve, known)
  }
  for (const { symptoms: own } of symptoms.slice(0, 40))
    for (const { sample } of own) expect(explained(sample, again)).toEqual(explained(sample, symptoms))
})
