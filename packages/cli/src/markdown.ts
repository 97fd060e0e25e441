import { wrapped } from '@mongowhy/report'
import type { Paint } from '@mongowhy/report'

import { tableLines, tableRows } from './markdown-table.ts'

/** Our own pages for a terminal: headings bold, code as it stands, paragraphs, lists and tables wrapped. */
export function markdownLines(markdown: string, width: number, { bold, dim }: Paint): readonly string[] {
  const lines: string[] = []
  let paragraph = ''
  let code = false
  let table: string[] = []
  const flush = (): void => {
    if (table.length > 0) lines.push(...tableLines(tableRows(table), width, bold))
    table = []
    if (paragraph === '') return
    const label = /^(?:[-*]|\d+\.) /.exec(paragraph)?.[0] ?? ''
    const text = wrapped(paragraph.slice(label.length), width - label.length)
    lines.push(...text.map((line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line))
    paragraph = ''
  }
  for (const raw of markdown.split('\n')) {
    const line = code ? raw : linksAsText(raw)
    if (line.startsWith('```')) {
      flush()
      code = !code
    } else if (code) {
      lines.push(dim(`    ${line}`))
    } else if (line.startsWith('#')) {
      flush()
      lines.push(bold(line.replace(/^#+ /, '')))
    } else if (line.trim() === '') {
      flush()
      lines.push('')
    } else if (line.startsWith('|')) {
      if (table.length === 0) flush()
      table.push(line)
    } else if (/^(?:[-*]|\d+\.) /.test(line)) {
      flush()
      paragraph = line
    } else {
      paragraph = `${paragraph} ${line.trim()}`.trim()
    }
  }
  flush()
  return lines
}

/** A page of ours that is linked to is told by its code; any other address follows its words. */
function linksAsText(line: string): string {
  return line.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words: string, to: string) =>
    /^https?:/.test(to) ? `${words} <${to}>` : words,
  )
}
