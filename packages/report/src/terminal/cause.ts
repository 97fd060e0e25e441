import { visible } from '@mongowhy/core'
import type { Citation, NamedCause } from '@mongowhy/core'

import { places, text } from './page.ts'
import type { Page } from './page.ts'
import { hanging, wrapped } from './wrap.ts'

const mostCitations = 5
// The one at the terminal has steps of their own; the whole list goes with the report.
const mostForOperator = 2

/** What is wrong, how sure that is, how we know, what to do, and the check that would settle it. */
export function causeLines(cause: NamedCause, page: Page): readonly string[] {
  const { paint } = page
  return [
    ...hanging('✗ ', text(cause.title), page, paint.bold).map((line) => mark(line, '✗', paint.bad)),
    `  ${badge(cause, page)}`,
    '',
    ...hanging('  ', text(cause.explanation), page),
    ...section('How we know', because(cause.because, page), page),
    ...section('What to do', steps(cause, page), page),
    ...section('For whoever runs the server', operator(cause, page), page),
    ...(cause.confirm === null ? [] : section('To be sure', hanging('  ', text(cause.confirm), page), page)),
  ]
}

/** What is worth knowing and keeps nothing from working. */
export function advisoryLines(cause: NamedCause, page: Page): readonly string[] {
  const { paint } = page
  return [
    ...hanging('! ', text(cause.title), page, paint.bold).map((line) => mark(line, '!', paint.warning)),
    `  ${badge(cause, page)}`,
    ...hanging('  ', text(cause.explanation), page),
    ...(page.verbose ? because(cause.because, page) : []),
    ...(page.verbose
      ? steps(cause, page)
      : cause.steps.slice(0, 1).flatMap((step) => hanging('  → ', text(step), page))),
  ]
}

function mark(line: string, sign: string, paint: (sign: string) => string): string {
  return line.startsWith(sign) ? paint(sign) + line.slice(sign.length) : line
}

function badge(cause: NamedCause, page: Page): string {
  const at = cause.endpoints.length === 0 ? '' : ` · ${places(cause.endpoints, page)}`
  const { bold, dim } = page.paint
  const [first = '', ...others] = wrapped(`${cause.certainty} · ${cause.code}${at}`, page.width - 2)
  return [
    bold(cause.certainty) + dim(first.slice(cause.certainty.length)),
    ...others.map((line) => `  ${dim(line)}`),
  ].join('\n')
}

function section(title: string, lines: readonly string[], page: Page): readonly string[] {
  return lines.length === 0 ? [] : ['', `  ${page.paint.bold(title)}`, ...lines]
}

function because(citations: readonly Citation[], page: Page): readonly string[] {
  const shown = page.verbose ? citations : citations.slice(0, mostCitations)
  const left = citations.length - shown.length
  return [
    ...shown.flatMap(({ look, endpoint, says }) => {
      const said = text(says)
      const where = endpoint === null || said.includes(endpoint) ? '' : `${visible(endpoint)}: `
      return hanging('  • ', `${where}${said}${page.verbose ? ` (${look})` : ''}`, page)
    }),
    ...(left > 0 ? [`  • and ${left} more of the same (--verbose)`] : []),
  ]
}

function steps(cause: NamedCause, page: Page): readonly string[] {
  return cause.steps.flatMap((step, index) => hanging(`  ${index + 1}. `, text(step), page))
}

function operator(cause: NamedCause, page: Page): readonly string[] {
  const shown = page.verbose ? cause.operator : cause.operator.slice(0, mostForOperator)
  const left = cause.operator.length - shown.length
  return [
    ...shown.flatMap((each) => hanging('  • ', text(each), page)),
    ...(left > 0 ? [`  • and ${left} more (--markdown, --html)`] : []),
  ]
}
