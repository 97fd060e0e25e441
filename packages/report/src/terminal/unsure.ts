import { visible } from '@mongowhy/core'
import type { Report } from '@mongowhy/core'

import { some, text } from './page.ts'
import type { Page } from './page.ts'
import { hanging } from './wrap.ts'

/** What was ruled out, what was not checked, and what stays open. */
export function unsureLines(report: Report, page: Page): readonly string[] {
  return [
    ...consequences(report, page),
    ...ruledOut(report, page),
    ...unchecked(report, page),
    ...undecided(report, page),
  ]
}

function labelled(label: string, line: string, page: Page): readonly string[] {
  return hanging(`  ${label.padEnd(12)}  `, line, page).map((row, index) =>
    index === 0 ? row.replace(label, () => page.paint.bold(label)) : row,
  )
}

function consequences({ verdict }: Report, page: Page): readonly string[] {
  const byCause = new Map<string, string[]>()
  for (const { code, of } of verdict.consequences) {
    const codes = byCause.get(of) ?? []
    if (!codes.includes(code)) codes.push(code)
    byCause.set(of, codes)
  }
  return [...byCause].flatMap(([of, codes]) =>
    labelled('Follows', `${codes.join(', ')}: gone once ${of} is mended`, page),
  )
}

function ruledOut({ verdict }: Report, page: Page): readonly string[] {
  const found = verdict.ruledOut
  if (found.length === 0) return []
  if (!page.verbose) {
    const codes = some(
      found.map(({ code }) => code),
      4,
    )
    return labelled('Ruled out', `${codes}${found.length > 4 ? ' (--verbose lists them)' : ''}`, page)
  }
  return [
    ...labelled('Ruled out', `${found.length}`, page),
    ...found.flatMap(({ code, because }) => {
      const reasons = because.map(({ says, look }) => `${text(says)} (${look})`).join('; ')
      return hanging(`    ${code}: `, reasons === '' ? 'not so' : reasons, page)
    }),
  ]
}

function unchecked({ evidence, stages }: Report, page: Page): readonly string[] {
  const skipped = [...new Set(stages.filter(({ status }) => status === 'skipped').map(({ stage }) => stage))]
  const writes = evidence.options.writeCheck === null ? ['writing (`--write-check DB.COLLECTION` does)'] : []
  const all = [...skipped, ...writes]
  return all.length === 0 ? [] : labelled('Not checked', all.join(', '), page)
}

function undecided({ verdict }: Report, page: Page): readonly string[] {
  const open = verdict.undecided
  // On a healthy target nothing hangs on what was not asked.
  if (open.length === 0 || (verdict.outcome === 'healthy' && !page.verbose)) return []
  if (!page.verbose) {
    const codes = some(
      open.map(({ code }) => code),
      4,
    )
    return labelled('Undecided', `${codes} (--verbose says what would tell)`, page)
  }
  return [
    ...labelled('Undecided', `${open.length}`, page),
    ...open.flatMap(({ code, title, missing }) => {
      const what = missing.length === 0 ? '' : `; not asked: ${missing.map(visible).join(', ')}`
      return hanging(`    ${code}: `, `${visible(title)}${what}`, page)
    }),
  ]
}
