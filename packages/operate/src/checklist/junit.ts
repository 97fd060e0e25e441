import { escapedMarkup } from '@mongowhy/core'

import type { ChecklistDocument, ChecklistItem } from './document.ts'

/** The checklist as JUnit XML, which continuous integration reads. */
export function junitXml({ items, failed, notRun }: ChecklistDocument): string {
  const time = items.reduce((sum, { tookMs }) => sum + tookMs, 0) / 1_000
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites><testsuite name="mongowhy checklist" tests="${items.length}" failures="${failed}" skipped="${notRun}" time="${time.toFixed(3)}">`,
    ...items.map(testCase),
    '</testsuite></testsuites>',
    '',
  ].join('\n')
}

function testCase({ id, title, status, tookMs, reason, code, because }: ChecklistItem): string {
  const open = `<testcase classname="mongowhy.checklist" name="${escaped(id)}: ${escaped(title)}" time="${(tookMs / 1_000).toFixed(3)}"`
  switch (status) {
    case 'passed':
      return `${open}/>`
    case 'not-run':
      return `${open}><skipped message="${escaped(reason)}"/></testcase>`
    case 'failed':
      return `${open}><failure type="${escaped(code ?? 'failed')}" message="${escaped(reason)}">${escaped(because.join('\n'))}</failure></testcase>`
  }
}

/** Characters that XML 1.0 cannot hold are taken out. */
function escaped(text: string): string {
  return escapedMarkup(text).replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}
