import { symptoms } from '@mongowhy/causes/symptoms'
import type { CauseCode, Report } from '@mongowhy/core'
import { documentText, renderHtml, renderMarkdown, renderTerminal, reportDocument } from '@mongowhy/report'
import type { DriverText, SupportCase } from '@mongowhy/report'

import type { Arguments } from './arguments/parse.ts'
import { UsageError } from './exit-status.ts'
import { styleOf } from './terminal.ts'

const forms = ['json', 'markdown', 'html'] as const

export type OutputForm = (typeof forms)[number] | 'terminal'

/** The form that was asked for; throws a UsageError where it was more than one. */
export function formOf(args: Arguments): OutputForm {
  const [first = 'terminal', second] = forms.filter((form) => args.flag(form))
  if (second !== undefined) throw new UsageError(`--${first} and --${second} exclude each other`)
  return first
}

/** A report in the form that was asked for. Ends with a line break. */
export function rendered(report: Report, form: OutputForm, args: Arguments): string {
  switch (form) {
    case 'terminal':
      return renderTerminal(report, styleOf(args))
    case 'json':
      return `${documentText(reportDocument(report))}\n`
    case 'markdown':
      return renderMarkdown(caseOf(report))
    case 'html':
      return renderHtml(caseOf(report))
  }
}

function caseOf(report: Report): SupportCase {
  return { runs: [{ report, file: null }], contact: null, cluster: null, textsOf: driverTexts }
}

/** What drivers print for a cause, as it was recorded. */
export function driverTexts(code: CauseCode): readonly DriverText[] {
  const own = symptoms.find((each) => each.code === code)?.symptoms ?? []
  return own.flatMap(({ driver, sample }) => (driver === 'any' ? [] : [{ driver, text: sample }]))
}
