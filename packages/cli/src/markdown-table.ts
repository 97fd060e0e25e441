import { wrapped } from '@mongowhy/report'

const gap = '  '
// Narrower than this, a column breaks every word; the rows are then told one under another.
const narrowest = 14

/** The rows of a Markdown table: its head first, the line of dashes left out. */
export function tableRows(lines: readonly string[]): readonly (readonly string[])[] {
  return lines
    .filter((line) => !/^\|[\s:|-]+\|$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    )
}

/** A table no wider than `width`: in columns, their cells wrapped, or row by row where columns would be too narrow. */
export function tableLines(
  rows: readonly (readonly string[])[],
  width: number,
  bold: (text: string) => string,
): readonly string[] {
  const [head = [], ...body] = rows
  const widths = columnWidths(rows, width)
  if (widths === null) return rowByRow(head, body, width)
  return rows.flatMap((row, at) => {
    const cells = widths.map((columns, index) => wrapped(row[index] ?? '', columns))
    const height = Math.max(...cells.map((cell) => cell.length))
    return Array.from({ length: height }, (_, line) => {
      const text = cells
        .map((cell, index) => (cell[line] ?? '').padEnd(widths[index] ?? 0))
        .join(gap)
        .trimEnd()
      return at === 0 ? bold(text) : text
    })
  })
}

/** What each column needs, the widest shortened until all fit; null: they cannot. */
function columnWidths(rows: readonly (readonly string[])[], width: number): readonly number[] | null {
  const count = Math.max(...rows.map((row) => row.length))
  const columns = Array.from({ length: count }, (_, index) => ({
    // A piece that cannot be broken (a command, a name) bounds the column from below.
    least: Math.max(
      ...rows.map((row) => Math.max(...wrapped(row[index] ?? '', 1).map((piece) => piece.length))),
    ),
    wanted: Math.max(...rows.map((row) => (row[index] ?? '').length)),
  }))
  const widths = columns.map(({ wanted }) => wanted)
  const room = width - gap.length * (count - 1)
  const total = (): number => widths.reduce((sum, each) => sum + each, 0)
  while (total() > room) {
    const spare = widths.map((each, index) => each - Math.max(columns[index]?.least ?? 0, narrowest))
    const most = Math.max(...spare)
    if (most <= 0) return null
    const widest = widths.indexOf(Math.max(...widths.filter((_, index) => (spare[index] ?? 0) > 0)))
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

function rowByRow(
  head: readonly string[],
  body: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  return body.flatMap(([first = '', ...rest]) => [
    ...wrapped(first, width),
    ...rest.flatMap((cell, index) => {
      const label = head[index + 1] ?? ''
      return wrapped(label === '' ? cell : `${label}: ${cell}`, width - gap.length).map((line) => gap + line)
    }),
  ])
}
