import { renderHtml, renderMarkdown, UnreadableDocument } from '@mongowhy/report'
import type { SupportCase } from '@mongowhy/report'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { caseOf, hostileTexts } from './case.ts'
import { healthy } from './fixture.ts'
import { read } from './said-kit.ts'

// oxlint-disable-next-line no-control-regex
const forging = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/

describe('what was said, as people write it', () => {
  test('points with a date and an arrow', () => {
    expect(
      read('## Timeline\n\n- Jan 2, 2025: **upgraded** OpenSSL → `failed`\n1. 2025-01-03 10:00 restarted\n')
        .tried,
    ).toEqual([
      { at: '2025-01-02', what: 'upgraded OpenSSL', result: 'failed', outcome: 'failed', place: 'line 3' },
      { at: '2025-01-03T10:00Z', what: 'restarted', result: 'unclear', outcome: '', place: 'line 4' },
    ])
  })

  test('what came of everything in a part', () => {
    const { tried } = read(
      '### Phase 2\n**Actions Taken:**\n1. **One**\n   - more of it\n2. Two\n\n**Results:** all failed with the same error\n',
    )
    expect(tried.map(({ what, result }) => [what, result])).toEqual([
      ['One; more of it', 'failed'],
      ['Two', 'failed'],
    ])
  })

  test('options in a block, and what came of them in points', () => {
    const { tried } = read(
      "### Workaround\n```python\n'tlsAllowInvalidCertificates': True,\n```\n**Results:**\n- ✅ Connected\n",
    )
    expect(tried).toMatchObject([
      { what: expect.stringContaining('tlsAllowInvalidCertificates') as string, result: 'worked' },
    ])
  })

  test('the error, and what was concluded', () => {
    const said = read(
      '# Problem\n```\n[SSL: TLSV1_ALERT_INTERNAL_ERROR]\n```\n# Conclusion\nIt is the server.\n\n- Really\n# Recommended actions\n- do this\n',
    )
    expect(said.error).toBe('[SSL: TLSV1_ALERT_INTERNAL_ERROR]')
    expect(said.concluded.map(({ text }) => text)).toEqual(['It is the server.', 'Really'])
  })

  test('JSON, by its schema', () => {
    const text = JSON.stringify({
      format: 1,
      error: 'E',
      tried: [{ at: '2026-01-02', what: 'x', result: 'failed' }],
      concluded: ['y'],
    })
    expect(read(text)).toEqual({
      error: 'E',
      tried: [{ at: '2026-01-02', what: 'x', result: 'failed', outcome: '', place: 'tried[0]' }],
      concluded: [{ text: 'y', place: 'concluded[0]' }],
    })
  })

  test.each([
    ['{ "format": 2 }', 'format must be 1'],
    ['{ "format": 1, "tried": [{}] }', 'tried[0].what is missing'],
    [
      '{ "format": 1, "tried": [{ "what": "x", "result": "maybe" }] }',
      'tried[0].result must be "worked" or "failed" or "unclear"',
    ],
    [
      '{ "format": 1, "tried": [{ "what": "x", "at": "then" }] }',
      'tried[0].at must be a time, as ISO 8601 writes it',
    ],
    [`{ "format": 1, "concluded": ["${'x'.repeat(601)}"] }`, 'concluded[0] must have at most 600 characters'],
    ['[1,]', 'it is not JSON: line 1, column 4'],
  ])('%s is refused with its place', (text, words) => {
    expect(() => read(text)).toThrow(new UnreadableDocument(words))
  })

  test('whatever is written is read and rendered', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '# Tried',
        '## Conclusion',
        '```',
        '~~~',
        '- ',
        '1. ',
        '**Results:** ',
        '| a | b |',
        '> x',
        'tlsInsecure: true',
        '→ works',
        '2026-13-99',
        '- 2026-01-02 → failed',
      ),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(...hostileTexts),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n')
        if (/^\s*[{[]/.test(text)) return
        const given: SupportCase = { ...caseOf(healthy), said: read(text) }
        expect(forging.test(renderMarkdown(given).replaceAll('\n', ''))).toBe(false)
        expect(renderHtml(given)).not.toMatch(/<script|<img|<iframe/)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['headings', '#'.repeat(500_000)],
    ['one line', 'a '.repeat(500_000)],
    ['points', '- x\n'.repeat(250_000)],
    ['nested points', '- x\n  - y\n'.repeat(100_000)],
    ['claims', `# Conclusion\n- ${'certificate server tls '.repeat(40_000)}`],
    ['fences', '```\n'.repeat(250_000)],
    ['dates', '- 2026-01-02 → failed\n'.repeat(40_000)],
    ['spaces in a try', `# Tried\na${' '.repeat(1_000_000)}b`],
  ])('a megabyte of %s is read at once', (_, text) => {
    const said = read(text)
    expect(said.tried.length + said.concluded.length).toBeLessThanOrEqual(400)
  })
})
