import fc from 'fast-check'
import { marked } from 'marked'
import { renderHtml, renderMarkdown, renderTerminal } from '@mongowhy/report'
import { describe, expect, test } from 'vitest'

import { caseOf, hostileReport } from './case.ts'

const fragments = fc.constantFrom(
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '](javascript:alert(1))',
  '```',
  '<!--',
  ']]>',
  '&lt;',
  '&#x3c;',
  '\u001b[2J',
  '\u009b31m',
  '\u202e',
  '\u2028',
  '\u0000',
  '\r\n',
  '\n# forged\n',
  '\n- ✓ all is well',
  '|',
  '`',
  '**',
  '__',
  '~~~',
  '<svg/onload=1>',
  'https://evil.test',
  '[x]: http://evil.test',
  '\ud800',
  'a'.repeat(5_000),
  '\n> quoted',
)
const texts = fc
  .array(fc.oneof({ weight: 3, arbitrary: fragments }, fc.string({ unit: 'binary', maxLength: 12 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))

/** Every tag with the names of its attributes, once each. */
function kinds(html: string): ReadonlySet<string> {
  const tags = html.matchAll(/<(\/?[a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)
  return new Set(
    [...tags].map(([, tag = '', names = '']) => `${tag} ${names.replace(/="[^"]*"/g, '').trim()}`.trim()),
  )
}

// Where a long value may be broken, and the lines of a picture: how many there are depends on the text.
const ours = new Set(['wbr', 'tspan x dy', '/tspan', 'tspan'])

// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029\ufeff]/
const runs = { numRuns: 40 }

describe('whatever others sent', () => {
  test('the page has the same elements, and nothing that is unseen', () => {
    const plain = kinds(renderHtml(caseOf(hostileReport('plain'))))
    fc.assert(
      fc.property(texts, (text) => {
        const html = renderHtml(caseOf(hostileReport(text)))
        expect(html).not.toMatch(unseen)
        expect([...kinds(html)].filter((kind) => !plain.has(kind) && !ours.has(kind))).toEqual([])
      }),
      runs,
    )
  })

  test('the Markdown makes no element of it, and no line of its own', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const markdown = renderMarkdown(caseOf(hostileReport(text)))
        expect(markdown).not.toMatch(unseen)
        const html = marked.parse(markdown, { async: false, gfm: true })
        expect(html).not.toMatch(/<(?:script|img|svg|iframe)\b|<a href="(?!https?:)/i)
        expect(html).not.toMatch(/<h\d[^>]*>forged/)
      }),
      runs,
    )
  })

  test('the terminal is sent no control character', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 30, max: 120 }), (text, width) => {
        const shown = renderTerminal(hostileReport(text), {
          colour: false,
          width,
          verbose: true,
          quiet: false,
        })
        expect(shown).not.toMatch(unseen)
        expect(shown).not.toMatch(/^\s*- ✓ all is well/m)
      }),
      runs,
    )
  })
})
