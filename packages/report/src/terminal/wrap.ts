import type { Page } from './page.ts'

/** Words, and commands between backticks, which must stay in one piece to be copied. */
const pieces = /(?:[^\s`]*`[^`\n]{0,400}`[^\s`]*)+|\S+/g

/** Breaks text into lines no wider than `width`; a piece that is wider by itself gets a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const piece of paragraph.match(pieces) ?? []) {
      if (line !== '' && line.length + 1 + piece.length > width) {
        lines.push(line)
        line = piece
      } else {
        line = line === '' ? piece : `${line} ${piece}`
      }
    }
    return [...lines, line]
  })
}

/** Text wrapped under a label: the label stands before the first line, as many spaces before the others. */
export function hanging(label: string, text: string, page: Page, look?: (line: string) => string): string[] {
  const blank = ' '.repeat(label.length)
  const paint = look ?? ((line) => commands(line, page))
  return wrapped(text, Math.max(24, page.width - label.length)).map(
    (line, index) => (index === 0 ? label : blank) + paint(line),
  )
}

/** With colours, a command between backticks is shown by its colour; without, the backticks stay. */
function commands(line: string, { coloured, paint }: Page): string {
  return coloured ? line.replace(/`([^`]+)`/g, (_, command: string) => paint.accent(command)) : line
}
