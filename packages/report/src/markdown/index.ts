import { visible } from '@mongowhy/core'

import type { Block } from '../support/blocks.ts'
import type { Summary, WayStep } from '../support/sections/summary.ts'
import { supportReport } from '../support/support-report.ts'
import type { SupportReport } from '../support/support-report.ts'
import type { SupportCase } from '../support/support-case.ts'
import { blockLines } from './blocks.ts'
import { codeSpan, escaped, inlineText } from './escape.ts'
import { hung, width } from './lines.ts'

/**
 * The report as Markdown that reads well at 80 columns. Everything that others sent is escaped: it cannot become markup.
 * Ends with a line break.
 */
export function renderMarkdown(given: SupportCase): string {
  const report = supportReport(given)
  const parts: (readonly string[])[] = [
    titleLines(inlineText(report.summary.title)),
    head(report),
    ['## Summary'],
    ...summary(report.summary),
    ...report.sections.flatMap(({ title, blocks }) => [[`## ${title}`], ...blocks.map(blockLines)]),
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`
}

/** A title that one line does not hold is underlined, since only that form may go over several. */
function titleLines(title: string): readonly string[] {
  if (title.length + 2 <= width) return [`# ${title}`]
  const lines = withoutListMarks(hung('', title))
  return [...lines, '='.repeat(Math.max(...lines.map(({ length }) => length)))]
}

/** `80)` at the start of a line would begin a list, and is escaped for that; with the word before it, it stays as it is. */
function withoutListMarks(lines: readonly string[]): readonly string[] {
  return lines.reduce<readonly string[]>((made, line) => {
    const before = made.at(-1)
    const word = /^\d+\\[.)]/.test(line) ? / (\S+)$/.exec(before ?? '') : null
    if (before === undefined || word === null) return [...made, line]
    return [...made.slice(0, -1), before.slice(0, word.index), `${word[1] ?? ''} ${line.replace('\\', '')}`]
  }, [])
}

function head({ head: of }: SupportReport): readonly string[] {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Target', codeSpan(of.target)],
    ['Taken', visible(of.takenAt)],
    ['Cluster', of.cluster === null ? null : escaped(of.cluster)],
    ['Contact', of.contact === null ? null : escaped(of.contact)],
    ['By', `mongowhy ${escaped(of.version)}${of.anonymized ? '; names and addresses are replaced' : ''}`],
  ]
  return rows.flatMap(([name, text]) => (text === null ? [] : hung('- ', `**${name}:** ${text}`)))
}

function summary({
  cause,
  outcome,
  explanation,
  facts,
  notice,
  way,
}: Summary): readonly (readonly string[])[] {
  const badge = cause === null ? `**${outcome}**` : `**${cause.certainty}** · ${codeSpan(cause.code)}`
  const rows: Block = { is: 'facts', rows: facts }
  return [
    [badge],
    ...(notice === null ? [] : [blockLines({ is: 'notice', ...notice })]),
    ...(way.length === 0 ? [] : [hung('', wayText(way))]),
    ...(explanation === null ? [] : [hung('', inlineText(explanation))]),
    blockLines(rows),
  ]
}

const marks: Readonly<Record<WayStep['status'], string>> = {
  ok: '✓',
  failed: '✗',
  degraded: '!',
  skipped: '–',
  absent: '–',
}

function wayText(way: readonly WayStep[]): string {
  return way.map(({ stage, status }) => `${stage} ${marks[status]}`).join(' → ')
}
