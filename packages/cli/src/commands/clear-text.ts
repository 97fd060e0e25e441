import { visible } from '@mongowhy/core'
import type { ClearDocument } from '@mongowhy/operate'

import type { Arguments } from '../arguments/parse.ts'
import { paintOf } from '../terminal.ts'

const words: Readonly<Record<ClearDocument['outcome'], string>> = {
  planned: 'Nothing was deleted. This would be',
  cleared: 'Done',
  refused: 'Refused',
  changed: 'The database has changed since the plan was made',
  interrupted: 'Interrupted',
  failed: 'Failed',
}

/** What came of a clear, for a person. */
export function clearText(
  { outcome, reason, database, collections, resume }: ClearDocument,
  args: Arguments,
): string {
  const { bold, good, bad, dim } = paintOf(args)
  const mark = outcome === 'planned' || outcome === 'cleared' ? good('✓') : bad('✗')
  const width = Math.max(0, ...collections.map(({ name }) => visible(name).length))
  const rows = collections.map(
    ({ name, planned, deleted, exported }) =>
      `  ${visible(name).padEnd(width)}  ${outcome === 'planned' ? `${planned} documents` : `${deleted} of ${planned} deleted`}${exported === null ? '' : `, exported to ${visible(exported)}`}`,
  )
  return [
    `${mark} ${bold(words[outcome])}: database ${visible(database)}`,
    ...(reason === null ? [] : [`  ${visible(reason)}`]),
    ...rows,
    ...(resume === null
      ? []
      : [
          dim(
            `  Go on with: mongowhy clear <target> --resume ${visible(resume)} --confirm ${visible(database)}`,
          ),
        ]),
    '',
  ].join('\n')
}
