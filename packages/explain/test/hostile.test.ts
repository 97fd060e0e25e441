import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { symptoms } from '@mongowhy/causes/symptoms'
import { explain, Sieve } from '@mongowhy/explain'

import { signatures } from '../src/driver/signatures.ts'
import { anchorsOf } from '../src/match/anchors.ts'

const known = new Set<string>(symptoms.map(({ code }) => code))
const samples = symptoms.flatMap((each) => each.symptoms.map(({ sample }) => sample))

// Control characters but for the line feed, bidirectional and zero-width ones: all can forge what a person reads.
const forging =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/** What holds for the explanation of anything at all. */
function expectHeld(text: string): void {
  const { candidates, needs } = explain(text)
  for (const { code, because, confirm } of candidates) {
    expect(known.has(code)).toBe(true)
    expect(because.length).toBeGreaterThan(0)
    expect(confirm).not.toBe('')
    expect(because.join('')).not.toMatch(forging)
    expect(Math.max(...because.map(({ length }) => length))).toBeLessThanOrEqual(240)
  }
  expect(candidates.length).toBeLessThanOrEqual(5)
  if (candidates.every(({ certainty }) => certainty === 'possible')) expect(needs).not.toBeNull()
}

describe('whatever is pasted', () => {
  const odd = fc.constantFrom(
    '\u001b[31m',
    '\u0000',
    '\u202e',
    '\ufeff',
    '\r',
    '\ud800',
    '�',
    '\\u001b[0m',
    '&quot;',
    '{"a":',
    '[cause]: ',
    'reason: ',
    '\n',
    '\u2028',
  )
  const piece = fc.oneof(fc.constantFrom(...samples), odd, fc.string({ maxLength: 40, unit: 'binary' }))

  test('an explanation comes of it, fit to be shown', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => expectHeld(pieces.join(''))),
      { numRuns: 150 },
    )
  })

  test('causes within causes, without end', () => {
    expectHeld('MongoServerSelectionError: x\n[cause]: MongoNetworkError: y\n'.repeat(5_000))
    expectHeld(`${'{"cause":'.repeat(20_000)}1${'}'.repeat(20_000)}`)
    expectHeld('During handling of the above exception, another exception occurred:\n'.repeat(5_000))
  })

  test('a sieve holds no more than its bound, whatever flows through it', () => {
    const sieve = new Sieve()
    for (let at = 0; at < 200; at += 1) sieve.push(`MongoError ${'x'.repeat(at * 37)} refused `.repeat(40))
    expect(sieve.text().length).toBeLessThan(400_000)
  })

  test('what a line says is found, however long the line is and wherever it says it', () => {
    const filler = 'abcdefg '.repeat(100_000)
    const sieve = new Sieve()
    for (const piece of [filler, filler, 'MongoServerError: bad auth : Authentication failed.', filler])
      sieve.push(piece)
    expect(sieve.text()).toContain('bad auth : Authentication failed.')
  })
})

describe('no expression takes long over any text', () => {
  // Steps are not counted by the engine; the processor's time is, and compared with that of one plain expression.
  const length = 8_192
  const repeated = (text: string): string => text.repeat(Math.ceil(length / text.length)).slice(0, length)
  const cost = (work: () => void): number => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const general = ['a', ' ', '.', 'x.', '0', '-', 'a@', 'a:', '"', '[', 'mongodb://', 'mongo ', 'error '].map(
    repeated,
  )
  const plain = /a[^\n]{0,400}b/
  const reference = Math.max(5_000, ...[1, 2, 3].map(() => cost(() => plain.test(repeated('a')))))

  test.each([
    ...symptoms.map(({ code, symptoms: own }) => ({
      name: code,
      clues: own.flatMap((one) => [one.pattern, ...(one.with ?? []), ...(one.unless ?? [])]),
    })),
    ...signatures.map(({ driver, shownBy }) => ({ name: `driver ${driver}`, clues: [shownBy] })),
  ])('$name', ({ clues }) => {
    for (const clue of clues) {
      if (typeof clue === 'string') continue
      const own = [...(anchorsOf(clue) ?? []), ...(clue.source.match(/[A-Za-z][A-Za-z ]{2,}/g) ?? [])]
      for (const text of [...general, ...own.slice(0, 8).map(repeated)])
        expect(
          cost(() => clue.test(text)),
          clue.source,
        ).toBeLessThan(reference * 60)
    }
  })
})
