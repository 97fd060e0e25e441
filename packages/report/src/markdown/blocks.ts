import { visible } from '@mongowhy/core'

import type { Block, Tone } from '../support/blocks.ts'
import { inlineText } from './escape.ts'
import { fenced, hung, prose } from './lines.ts'
import { ladderLines, timingLines, topologyLines } from './pictures.ts'

const marks: Readonly<Record<Tone, string>> = { good: '✓', bad: '✗', warning: '!', plain: '–' }

/** A block as lines; blocks stand an empty line apart. */
export function blockLines(block: Block): readonly string[] {
  switch (block.is) {
    case 'paragraph':
      return prose(block.text)
    case 'points':
      return block.items.flatMap((item) => hung('- ', inlineText(item)))
    case 'steps':
      return block.items.flatMap((item, index) => hung(`${index + 1}. `, inlineText(item)))
    case 'facts':
      return block.rows.flatMap(({ name, value }) => hung('- ', `**${visible(name)}:** ${inlineText(value)}`))
    case 'table':
      return tableLines(block)
    case 'command':
      return fenced([visible(block.text)], 'sh')
    case 'quotation':
      return fenced(block.text.split('\n').map(visible), 'text')
    case 'notice':
      return [
        ...hung('> ', `**${inlineText(block.title)}**`),
        ...block.text.flatMap((text) => ['>', ...hung('> ', inlineText(text))]),
      ].map(quoted)
    case 'heading':
      return [`### ${inlineText(block.text)}`]
    case 'ladder':
      return ladderLines(block.ladder)
    case 'topology':
      return topologyLines(block.topology)
    case 'timings':
      return timingLines(block.timings)
    case 'more':
      return [
        `### ${block.title}`,
        ...(block.brief ?? block.blocks).flatMap((each) => ['', ...blockLines(each)]),
      ]
  }
}

// Without the head of a column, what is not the case would read as if it were.
const introduced: ReadonlySet<string> = new Set(['so it is not this', 'not this'])

/** A table whose cells wrap is none in Markdown: each row becomes a point, its first cell the head of it. */
function tableLines({ rows, columns }: Extract<Block, { readonly is: 'table' }>): readonly string[] {
  const toned = rows.some(({ tone }) => tone !== 'plain')
  return rows.flatMap(({ tone, cells }) => {
    const [first = '', ...others] = cells.map(inlineText)
    const rest = others.flatMap((cell, index) =>
      cell === ''
        ? []
        : [
            index === others.length - 1 && columns.at(-1) === 'look'
              ? `(${cell})`
              : `${introduced.has(columns[index + 1] ?? '') ? 'rules out: ' : ''}${cell}`,
          ],
    )
    return hung('- ', `${toned ? `${marks[tone]} ` : ''}**${first}** ${rest.join(' · ')}`.trimEnd())
  })
}

function quoted(line: string): string {
  return line.startsWith('>') ? line : `> ${line.trimStart()}`
}
