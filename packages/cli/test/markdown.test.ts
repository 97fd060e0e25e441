import { readFileSync, readdirSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { markdownLines } from '../src/markdown.ts'

const plain = { bold: (text: string) => text, dim: (text: string) => text }
const lines = (markdown: string, width = 80): readonly string[] =>
  markdownLines(markdown, width, plain as never)

describe('a page of ours in a terminal', () => {
  const table = [
    '| seen | meaning |',
    '| ---- | ------- |',
    '| `RST` | nobody listens there, and the kernel says so |',
  ]

  it('sets a table in columns', () => {
    expect(lines(table.join('\n'))).toEqual([
      'seen   meaning',
      '`RST`  nobody listens there, and the kernel says so',
    ])
  })

  it('wraps its cells', () => {
    expect(lines(table.join('\n'), 40)).toEqual([
      'seen   meaning',
      '`RST`  nobody listens there, and the',
      '       kernel says so',
    ])
  })

  it('tells the rows one by one where columns would be too narrow', () => {
    expect(lines(table.join('\n'), 18)).toEqual([
      '`RST`',
      '  meaning: nobody',
      '  listens there,',
      '  and the kernel',
      '  says so',
    ])
  })

  it('names where a link leads, and a page of ours by its code', () => {
    expect(lines('See [tcp-refused](tcp-refused.md) and [RFC 1](https://example.com/rfc1).')).toEqual([
      'See tcp-refused and RFC 1 <https://example.com/rfc1>.',
    ])
  })

  it('keeps every page within 80 columns, apart from what must stay in one piece', () => {
    const root = new URL('../../causes/src/', import.meta.url)
    const wide = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('page.md'))
      .flatMap((path) => lines(readFileSync(new URL(path, root), 'utf8')).map((line) => ({ path, line })))
      .filter(
        ({ line }) =>
          line.length > 80 && line.includes(' ') && !line.includes('`') && !line.startsWith('    '),
      )
    expect(wide).toEqual([])
  })
})
