import { visible } from '@mongowhy/core'

import type { ChecklistDocument, ChecklistItem } from './document.ts'

const boxes: Readonly<Record<ChecklistItem['status'], string>> = {
  passed: '[x]',
  failed: '[ ]',
  'not-run': '[ ]',
}

/** The checklist as a Markdown task list: ticked, failed with its cause, or not run with the reason. */
export function checklistMarkdown({ items, passed, failed, notRun }: ChecklistDocument): string {
  const lines = items.flatMap(({ title, status, reason, code, because }) => [
    `- ${boxes[status]} ${title}${status === 'passed' ? '' : `: ${status === 'failed' ? '**failed**' : '_not run_'}, ${plain(reason)}`}${code === null ? '' : ` (\`${code}\`)`}`,
    ...(status === 'failed' ? because.map((each) => `  - ${plain(each)}`) : []),
  ])
  return [
    '# MongoDB checklist',
    '',
    ...lines,
    '',
    `${passed} passed, ${failed} failed, ${notRun} not run`,
    '',
  ].join('\n')
}

/** What others sent is text, not Markdown. */
function plain(text: string): string {
  return visible(text).replace(/([\\`*_[\]<>#|])/g, '\\$1')
}
