import { renderMarkdown } from '@mongowhy/report'
import { marked } from 'marked'
import { describe, expect, test } from 'vitest'

import { caseOf, hostileReport, hostileTexts } from './case.ts'
import { explained, healthy } from './fixture.ts'

/** The elements that a reader's program makes of it, in order; breaks within a paragraph are the reader's own. */
function elements(markdown: string): readonly string[] {
  const html = marked.parse(markdown, { async: false, gfm: true })
  return [...html.matchAll(/<\/?([a-z][a-z\d]*)/gi)].map(([tag]) => tag)
}

describe('the report as Markdown', () => {
  test('an explained verdict', () => {
    expect(renderMarkdown(caseOf(explained))).toMatchSnapshot()
  })

  test('a healthy verdict', () => {
    expect(renderMarkdown(caseOf(healthy))).toMatchSnapshot()
  })

  test('no line is wider than 80 columns, but for what is in one piece', () => {
    const long = renderMarkdown(caseOf(explained))
      .replace(/^```sh\n[^`]*```$/gm, '')
      .split('\n')
      .filter(
        (line) =>
          line.length > 80 &&
          !line.startsWith('#') &&
          /\S\s+\S.*\s/.test(line.slice(2)) &&
          !line.includes('`'),
      )
    expect(long).toEqual([])
  })

  test.each(hostileTexts)('what others sent stays text: %j', (text) => {
    const markdown = renderMarkdown(caseOf(hostileReport(text)))
    // oxlint-disable-next-line no-control-regex
    expect(markdown.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\ufeff]/)
    expect(elements(markdown)).toEqual(elements(renderMarkdown(caseOf(hostileReport('plain')))))
    expect(marked.parse(markdown, { async: false })).not.toMatch(/<a href="(?!https?:)/)
  })
})
