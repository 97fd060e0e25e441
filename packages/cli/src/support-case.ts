import { symptoms } from '@mongowhy/causes/symptoms'
import type { CauseCode } from '@mongowhy/core'
import { caseDocument, documentText, renderCaseTerminal, renderHtml, renderMarkdown } from '@mongowhy/report'
import type { DriverText, SupportCase } from '@mongowhy/report'

import type { Arguments } from './arguments/parse.ts'
import type { OutputForm } from './output-form.ts'
import { styleOf } from './terminal.ts'

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
