import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { documentText, readReport, reportDocument, UnreadableDocument } from '@mongowhy/report'
import type { Schema } from '@mongowhy/report'
import { describe, expect, test } from 'vitest'

import { explained, healthy } from './fixture.ts'

function schema(name: string): Schema {
  const text = readFileSync(new URL(`../../cli/schema/${name}.schema.json`, import.meta.url), 'utf8')
  return JSON.parse(text) as Schema
}

const schemas = { diagnose: schema('diagnose'), evidence: schema('evidence') }
const document = reportDocument(explained)

/** The document with the value at a path replaced; undefined takes it away. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const copy = structuredClone(document) as unknown as Record<string, unknown>
  let at = copy
  for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>
  at[path.at(-1) ?? ''] = value
  return JSON.stringify(copy)
}

function complaint(text: string): string {
  try {
    readReport(text, schemas)
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.message
    throw error
  }
  return ''
}

describe('a saved report', () => {
  test.each([explained, healthy])('is read as it was written', (report) => {
    const text = documentText(reportDocument(report))
    expect(readReport(text, schemas)).toEqual(JSON.parse(text))
  })

  test('the evidence alone will do', () => {
    const read = readReport(JSON.stringify(document.evidence), schemas)
    expect(read.evidence).toEqual(document.evidence)
    expect(read.verdict).toBeNull()
  })

  test('what a newer version adds is let stand', () => {
    expect(complaint(changed(['evidence', 'looks', 0, 'saw', 'colour'], 'red'))).toBe('')
    expect(complaint(changed(['weather'], { sky: 'blue' }))).toBe('')
  })

  test.each([
    ['', /^it is not JSON/],
    ['{ "format": 1,\n "evidence": }', 'it is not JSON: line 2, column 14'],
    ['[]', 'it must hold a JSON object: what `mongowhy --json` or `--output` wrote'],
    ['{ "format": 1, "candidates": [] }', /^it holds no evidence/],
    [changed(['format'], 2), 'its format is 2, and this version reads format 1'],
    [changed(['format'], undefined), '"format" is missing'],
    [changed(['format'], 'one'), '"format" must be 1'],
    [changed(['evidence', 'format'], 3), 'evidence.format must be 1'],
    [changed(['evidence', 'takenAt'], 'yesterday'), 'evidence.takenAt must be a time, as ISO 8601 writes it'],
    [changed(['evidence', 'looks'], {}), 'evidence.looks must be array, not object'],
    [
      changed(['evidence', 'looks', 0, 'id'], 'tcp.connect'),
      'evidence.looks[0].id must be like "tls.handshake#1"',
    ],
    [changed(['evidence', 'looks', 0, 'id'], 'auth.login#1'), 'evidence.looks[1].id stands there twice'],
    [
      changed(['evidence', 'looks', 0, 'saw', 'port'], '27017'),
      /^evidence\.looks\[0\]\.saw\.port must be number/,
    ],
    [
      changed(['evidence', 'looks', 0, 'saw', 'outcome'], { is: 'ajar' }),
      /^evidence\.looks\[0\]\.saw\.outcome\.is must be "open" or "refused" or/,
    ],
    [
      changed(['evidence', 'looks', 0, 'saw', 'outcome', 'roundTripMs'], undefined),
      'evidence.looks[0].saw.outcome.roundTripMs is missing',
    ],
    [
      changed(['evidence', 'looks', 0, 'ask', 'probe'], 'tarot.read'),
      /^evidence\.looks\[0\]\.ask\.probe must be/,
    ],
    [changed(['evidence', 'looks', 1, 'reason'], 'tired'), /^evidence\.looks\[1\]\.reason must be/],
    [changed(['verdict', 'primary', 'certainty'], 'sure'), /^verdict\.primary\.certainty must be/],
    [changed(['timing', 'totalMs'], -1), 'timing.totalMs must be at least 0'],
    [changed(['tool', 'name'], 'whymongo'), 'tool.name must be "mongowhy"'],
    [
      `{"format":1,"evidence":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'it is nested more than 64 levels deep',
    ],
  ])('a wrong one is refused with the place: %#', (text, words) => {
    const said = complaint(text)
    if (typeof words === 'string') expect(said).toBe(words)
    else expect(said).toMatch(words)
  })

  test('what is no object is not entered', () => {
    expect(complaint(changed(['evidence', 'looks', 0, 'saw'], 7))).toMatch(
      /^evidence\.looks\[0\]\.saw must be object/,
    )
  })

  test('a document with anything anywhere is read or refused, never more', () => {
    const places: (string | number)[][] = []
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (path.length > 0) places.push(path)
      if (value === null || typeof value !== 'object') return
      for (const [key, child] of Object.entries(value))
        walk(child, [...path, Array.isArray(value) ? Number(key) : key])
    }
    walk(document, [])
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, value) => {
        expect(typeof complaint(changed(path, value))).toBe('string')
      }),
      { numRuns: 400 },
    )
  })
})
