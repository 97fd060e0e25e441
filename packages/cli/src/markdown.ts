import { wrapped } from '@mongowhy/report'
import type { Paint } from '@mongowhy/report'

/** Our own pages for a terminal: headings bold, code as it stands, paragraphs and lists wrapped. */
export function markdownLines(markdown: string, width: number, { bold, dim }: Paint): readonly string[] {
  const lines: string[] = []
  let paragraph = ''
  let code = false
  const flush = (): void => {
    if (paragraph === '') return
    const label = /^(?:[-*]|\d+\.) /.exec(paragraph)?.[0] ?? ''
    const text = wrapped(paragraph.slice(label.length), width - label.length)
    lines.push(...text.map((line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line))
    paragraph = ''
  }
  for (const line of markdown.split('\n')) {
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
      flush()
      lines.push(line)
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
