import { formatDuration, visible } from '@mongowhy/core'
import type { NamedCause, Report } from '@mongowhy/core'

import { advisoryLines, causeLines } from './cause.ts'
import { lookLines } from './looks.ts'
import { matrixLines } from './matrix.ts'
import { pageOf, text } from './page.ts'
import type { Page, TerminalStyle } from './page.ts'
import { repeatLines } from './repeats.ts'
import { stageTable } from './stages.ts'
import { unsureLines } from './unsure.ts'
import { hanging } from './wrap.ts'

export type { TerminalStyle } from './page.ts'

/**
 * The report for a person at a terminal: the verdict first, then how we know, what to do, and the way that was looked at.
 * Everything that a server sent is escaped. Ends with a line break.
 */
export function renderTerminal(report: Report, style: TerminalStyle): string {
  const page = pageOf(style)
  const lines = style.quiet ? quietLines(report) : fullLines(report, page)
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

/** One line for each cause: what a script's log needs. */
function quietLines({ verdict }: Report): readonly string[] {
  const line = ({ code, certainty, title }: NamedCause): string => `${code} (${certainty}): ${text(title)}`
  if (verdict.primary === null) return [`${verdict.outcome}: ${text(verdict.headline)}`]
  return [verdict.primary, ...verdict.others].map(line)
}

function fullLines(report: Report, page: Page): readonly string[] {
  const { verdict, stages, evidence } = report
  const { bold } = page.paint
  return [
    '',
    ...interruption(report, page),
    ...opening(report, page),
    ...(verdict.disagreement === null
      ? []
      : ['', ...hanging('  Driver  ', text(verdict.disagreement), page)]),
    ...verdict.others.flatMap((cause, index) => [
      '',
      ...(index === 0 ? [bold('Also wrong'), ''] : []),
      ...causeLines(cause, page),
    ]),
    ...verdict.advisories.flatMap((cause, index) => [
      '',
      ...(index === 0 ? [bold('Worth knowing'), ''] : []),
      ...advisoryLines(cause, page),
    ]),
    '',
    ...stageTable(stages, page),
    ...repeatLines(evidence, page),
    ...matrixLines(evidence, page),
    '',
    ...unsureLines(report, page),
    ...(page.verbose ? ['', `  ${bold('Looks')}`, ...lookLines(evidence.looks, page)] : []),
    '',
    ...footer(report, page),
    '',
  ]
}

function interruption(report: Report, page: Page): readonly string[] {
  if (!report.interrupted) return []
  return [page.paint.warning('Interrupted: this is what was known until then.'), '']
}

function opening(report: Report, page: Page): readonly string[] {
  const { verdict } = report
  const { paint } = page
  if (verdict.primary !== null) return causeLines(verdict.primary, page)
  const [sign, look] = verdict.outcome === 'healthy' ? ['✓', paint.good] : ['?', paint.warning]
  return hanging(`${sign} `, text(verdict.headline), page, paint.bold).map((line) =>
    line.startsWith(sign) ? look(sign) + line.slice(sign.length) : line,
  )
}

function footer({ target, timing, tool }: Report, page: Page): readonly string[] {
  const line = `${visible(target.uri)} (${visible(target.source)}) · ${formatDuration(timing.totalMs)} · mongowhy ${visible(tool.version)}`
  return hanging('  ', line, page, page.paint.dim)
}
