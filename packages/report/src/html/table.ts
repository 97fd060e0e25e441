import { phraseText } from '@mongowhy/core'
import type { Phrase } from '@mongowhy/core'

import type { Block, Tone } from '../support/blocks.ts'
import { element, escaped, inlineHtml } from './escape.ts'

type Table = Extract<Block, { readonly is: 'table' }>

const marks: Readonly<Record<Tone, string>> = { good: '✓', bad: '✗', warning: '!', plain: '–' }

const spoken: Readonly<Record<Tone, string>> = {
  good: 'ok',
  bad: 'failed',
  warning: 'doubtful',
  plain: 'not checked',
}

const short: ReadonlySet<string> = new Set(['stage', 'took', 'after', 'when', 'driver', 'tries', 'arm'])

/** Ids of looks lead to the row of the look; the table that has these rows is the one that begins with a time. */
export function tableHtml({ columns, rows }: Table): string {
  const toned = rows.some(({ tone }) => tone !== 'plain')
  const listsLooks = columns[0] === 'after'
  const head = columns
    .map((name) => `<th scope="col"${name === 'seen' ? ' class="wide"' : ''}>${escaped(name)}</th>`)
    .join('')
  const body = rows.map(({ tone, cells }) => {
    const mark = toned
      ? `<td class="mark ${tone}"><span role="img" aria-label="${spoken[tone]}">${marks[tone]}</span></td>`
      : ''
    const own = cells.map((cell, index) => cellHtml(cell, columns[index], listsLooks))
    const last = cells.at(-1)
    return element(
      'tr',
      { id: listsLooks && last !== undefined ? anchor(phraseText(last)) : null },
      mark + own.join(''),
    )
  })
  const marked = toned ? '<td class="mark"></td>' : ''
  return `<div class="scroll"><table><thead><tr>${marked}${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

function cellHtml(cell: Phrase, column: string | undefined, own: boolean): string {
  if (column !== undefined && short.has(column)) return `<td class="short">${inlineHtml(cell)}</td>`
  if (column !== 'look') return `<td>${inlineHtml(cell)}</td>`
  const text = phraseText(cell)
  if (own) return `<td class="look">${escaped(text)}</td>`
  const linked = text.replace(/[a-z]+\.[a-z]+#\d+|[^a-z]+|[a-z]+/g, (part) =>
    part.includes('#') ? element('a', { href: `#${anchor(part)}` }, escaped(part)) : escaped(part),
  )
  return `<td class="look">${linked}</td>`
}

/** `tls.handshake#1` → `look-tls-handshake-1`. */
function anchor(look: string): string {
  return `look-${look.replace(/[^a-z\d]+/g, '-')}`
}
