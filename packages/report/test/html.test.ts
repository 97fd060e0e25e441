import { createHash } from 'node:crypto'

import { renderHtml } from '@mongowhy/report'
import { describe, expect, test } from 'vitest'

import { caseOf, hostileReport, hostileTexts } from './case.ts'
import { explained, healthy } from './fixture.ts'

const allowed = new Set(
  'html head meta title style body main section p span h1 h2 h3 ol ul li dl dt dd b code pre div table thead tbody tr th td details summary aside strong figure figcaption footer svg desc line path rect text wbr a time'.split(
    ' ',
  ),
)

function tags(html: string): readonly string[] {
  const body = html.replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
  return [...body.matchAll(/<\/?([a-z][a-z0-9-]*)/gi)].map(([, name]) => name?.toLowerCase() ?? '')
}

describe('the report as HTML', () => {
  test('the policy allows the style sheet that is there, and nothing else', () => {
    const html = renderHtml(caseOf(explained))
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    )
  })

  test.each([explained, healthy])(
    'is one file: no script, no style of its own on an element, nothing from elsewhere',
    (report) => {
      const html = renderHtml(caseOf(report))
      expect(html).not.toMatch(/<script|\sstyle=|\ssrc=|@import|url\(|\son\w+=/i)
      expect(
        [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to).filter((to) => !to?.startsWith('#')),
      ).toEqual([])
      expect(tags(html).filter((name) => !allowed.has(name))).toEqual([])
    },
  )

  test('every picture has a title and a text that says the same', () => {
    const html = renderHtml(caseOf(explained))
    const pictures = [...html.matchAll(/<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"/g)]
    expect(pictures.length).toBe([...html.matchAll(/<svg/g)].length)
    for (const [, title, text] of pictures) {
      expect(html).toContain(`<title id="${title}">`)
      expect(html).toMatch(new RegExp(`<desc id="${text}">[^<]+`))
    }
  })

  test('every link leads to a place within the page', () => {
    const html = renderHtml(caseOf(explained))
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to)
    expect(links.length).toBeGreaterThan(0)
    expect(ids.size).toBe([...html.matchAll(/ id="/g)].length)
  })

  test.each(hostileTexts)('what others sent stays text: %j', (text) => {
    const html = renderHtml(caseOf(hostileReport(text)))
    const breaks = (all: readonly string[]): readonly string[] => all.filter((name) => name !== 'wbr')
    expect(breaks(tags(html))).toEqual(breaks(tags(renderHtml(caseOf(hostileReport('plain'))))))
    // oxlint-disable-next-line no-control-regex
    expect(html.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\ufeff]/)
  })
})
