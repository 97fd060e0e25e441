import { phraseText, says, together } from '@mongowhy/core'
import { expect, test } from 'vitest'

test('phrases stand one after another as a person would write them', () => {
  const text = phraseText(
    together(says`asked ${'a'}`, says``, says`and ${'b'}`, says`, twice`, says`. ${'c'} answered.`),
  )
  expect(text).toBe('asked a and b, twice. c answered.')
})

test('a value without end is cut', () => {
  expect(phraseText(says`it sent ${'x'.repeat(1_000_000)}.`)).toMatch(/^it sent x{1500}….$/)
})

test('what stands in brackets stands close to them', () => {
  expect(phraseText(together(says`the others (`, says`${'127.0.0.1'}`, says`) answer`))).toBe(
    'the others (127.0.0.1) answer',
  )
})
