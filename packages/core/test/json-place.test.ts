import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { jsonMistake, jsonMistakeText } from '@mongowhy/core'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('where a text stops being JSON', () => {
  test.each([
    ['', 0],
    ['{', 1],
    ['{"a":}', 5],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['[1]]', 3],
    ['[1}', 2],
    ["{'a':1}", 1],
    ['{"a":"b\n"}', 5],
    ['01', 1],
    ['nul', 0],
    [' {} x', 4],
  ])('%j', (text, at) => {
    expect(jsonMistake(text)).toBe(at)
  })

  test('in lines and columns', () => {
    expect(jsonMistakeText('{\n  "a": 1,\n  b\n}')).toBe(': line 3, column 3')
    expect(jsonMistakeText('{}')).toBe('')
  })

  test('agrees with the parser on every text', () => {
    const nearly = fc.tuple(
      fc.json(),
      fc.nat(200),
      fc.constantFrom('', ',', '"', '{', ']', ':', '\\', '0', ' '),
    )
    const texts = nearly.map(
      ([json, at, put]) =>
        json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + (at % 3)),
    )
    fc.assert(
      fc.property(
        fc.oneof(texts, fc.json(), fc.string({ unit: fc.constantFrom(...'[]{}:,"\\ 01e.-tru'.split('')) })),
        (text) => {
          expect(jsonMistake(text) === null).toBe(isJson(text))
        },
      ),
      { numRuns: 5_000 },
    )
  })

  test.each(['{"a": [1, 2', '{"a": "b', '{"a": tru', '{"a":'])('%s breaks off', (text) => {
    expect(jsonMistakeText(text)).toMatch(/breaks off at its end/)
  })

  test.each([
    ['brackets', '['.repeat(1e6)],
    ['blanks', ' '.repeat(1e6)],
    ['a string that does not end', `"${'a'.repeat(1e6)}`],
    ['elements', `[${'1 ,'.repeat(300_000)}`],
  ])('a megabyte of %s is read at once', (_, text) => {
    expect(jsonMistake(text)).not.toBeNull()
  })
})
