import { visible } from '@mongowhy/core'

import type { Judgement } from '../said/checked.ts'
import { weigh } from '../said/weigh.ts'
import type { Weighed } from '../said/weigh.ts'
import { sinceThen, subjectOf } from '../support/support-case.ts'
import type { SupportCase } from '../support/support-case.ts'
import { renderTerminal } from './index.ts'
import { pageOf, text } from './page.ts'
import type { Page, TerminalStyle } from './page.ts'
import { hanging } from './wrap.ts'

/** A case for a person at a terminal: what was tried and said, weighed; then the run that is reported on. Ends with a line break. */
export function renderCaseTerminal(given: SupportCase, style: TerminalStyle): string {
  const own = renderTerminal(subjectOf(given), style)
  if (style.quiet || (given.runs.length === 1 && given.said === null)) return own
  const page = pageOf(style)
  const weighed = weigh(given.runs, given.said)
  const since = sinceThen(given)
  const lines = [
    ...betweenLines(weighed, page),
    ...timeline(weighed, page),
    ...(since === null ? [] : ['', `  Since then it works: ${visible(since.report.evidence.takenAt)}`]),
    ...claims(weighed, page),
  ]
  return `${['', ...lines].map((line) => line.trimEnd()).join('\n')}\n${own}`
}

function betweenLines({ between, contradictions }: Weighed, page: Page): readonly string[] {
  return [
    ...(between === null
      ? []
      : [
          ...hanging('! ', text(between.title), page, page.paint.bold),
          ...between.text.flatMap((each) => hanging('  ', text(each), page)),
          '',
        ]),
    ...contradictions.flatMap((each) => hanging('! ', text(each), page)),
  ]
}

const marks = { worked: '✓', failed: '✗', unclear: '·' } as const

function timeline({ events }: Weighed, page: Page): readonly string[] {
  if (events.length < 2) return []
  return [
    `  ${page.paint.bold('Timeline')}`,
    ...events.flatMap(({ at, what, result, outcome, place, by }) =>
      hanging(
        `  ${marks[result]} `,
        `${visible(at ?? 'not said')}  ${visible(what)}${outcome === '' ? '' : ` → ${visible(outcome)}`} (${by}, ${visible(place)})`,
        page,
      ),
    ),
  ]
}

const signs: Readonly<Record<Judgement, string>> = {
  supported: '✓',
  contradicted: '✗',
  'cannot be checked': '?',
}

function claims({ statements }: Weighed, page: Page): readonly string[] {
  if (statements.length === 0) return []
  return [
    '',
    `  ${page.paint.bold('What was said')}`,
    ...statements.flatMap(({ statement, judgement, reason }) => [
      ...hanging(`  ${signs[judgement]} `, `${visible(statement.text)} (${visible(statement.place)})`, page),
      ...hanging('      ', `${judgement}: ${text(reason)}`, page),
    ]),
  ]
}
