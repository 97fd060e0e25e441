import { symptoms } from '@mongowhy/causes/symptoms'
import type { CauseCode, Report } from '@mongowhy/core'
import {
  caseDocument,
  documentText,
  renderCaseTerminal,
  renderHtml,
  renderMarkdown,
  reportDocument,
} from '@mongowhy/report'
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

/** One report in the form that was asked for. Ends with a line break. */
export function rendered(report: Report, form: OutputForm, args: Arguments): string {
  if (form === 'json') return `${documentText(reportDocument(report))}\n`
  return renderedCase(
    { runs: [{ report, file: null }], said: null, contact: null, cluster: null, textsOf: driverTexts },
    form,
    args,
  )
}

/** A case in the form that was asked for. Ends with a line break. */
export function renderedCase(given: SupportCase, form: OutputForm, args: Arguments): string {
  switch (form) {
    case 'terminal':
      return renderCaseTerminal(given, styleOf(args))
    case 'json':
      return `${documentText(caseDocument(given))}\n`
    case 'markdown':
      return renderMarkdown(given)
    case 'html':
      return renderHtml(given)
  }
}

/** What drivers print for a cause, as it was recorded. */
export function driverTexts(code: CauseCode): readonly DriverText[] {
  const own = symptoms.find((each) => each.code === code)?.symptoms ?? []
  return own.flatMap(({ driver, sample }) => (driver === 'any' ? [] : [{ driver, text: sample }]))
}
