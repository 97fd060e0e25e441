import { readFileSync } from 'node:fs'

import { says } from '@mongowhy/core'
import { causesDocument, documentText, reportDocument } from '@mongowhy/report'
import { describe, expect, test } from 'vitest'

import { explained, healthy } from './fixture.ts'
import { validator } from './schema.ts'

const diagnose = validator('diagnose')
const causes = validator('causes')

describe('the JSON document', () => {
  test('has the shape of the contract', () => {
    expect(reportDocument(explained)).toMatchSnapshot()
  })

  test.each([
    ['explained', explained],
    ['healthy', healthy],
    ['interrupted', { ...explained, interrupted: true }],
  ])('is described by its schema: %s', (_, report) => {
    expect(diagnose(reportDocument(report))).toEqual([])
  })

  test('the schema refuses what is not one', () => {
    const document = reportDocument(explained)
    expect(diagnose({ ...document, format: 2 })).not.toEqual([])
    expect(diagnose({ ...document, verdict: { ...document.verdict, outcome: 'fine' } })).not.toEqual([])
    expect(diagnose({ ...document, unheardOf: true })).not.toEqual([])
  })

  test('a list of causes is described by its schema', () => {
    const document = causesDocument([{ code: 'tcp-refused', title: 'The port is closed', lab: true }])
    expect(document.causes).toEqual([
      { code: 'tcp-refused', stage: 'tcp', title: 'The port is closed', lab: true },
    ])
    expect(causes(document)).toEqual([])
    expect(causes({ ...document, causes: [{ code: 'x' }] })).not.toEqual([])
  })

  test('every stage and certainty of the schema is one of ours, and none is missing', async () => {
    const { stages } = await import('@mongowhy/core')
    const text = readFileSync(new URL('../../cli/schema/diagnose.schema.json', import.meta.url), 'utf8')
    expect((JSON.parse(text) as { $defs: { stage: { enum: string[] } } }).$defs.stage.enum).toEqual([
      ...stages,
    ])
  })
})

describe('the text of a document', () => {
  test('shows nothing invisible and reads back as the same', () => {
    const hostile = { excerpt: 'a\u001b[2J\u009b1m\u202eb\u2028\ufeff\ud800' }
    const text = documentText(hostile)
    expect(text).toMatch(/^[\u0020-\u007e\n]+$/)
    expect(JSON.parse(text)).toEqual(hostile)
  })

  test('a title made of a hostile value is written out', () => {
    const { primary } = explained.verdict
    if (primary === null) throw new Error('the fixture has a primary cause')
    const report = {
      ...explained,
      verdict: { ...explained.verdict, primary: { ...primary, title: says`Sent ${'\u001b[2J'}` } },
    }
    expect(reportDocument(report).verdict.primary?.title).toBe('Sent \\u{1b}[2J')
  })
})
