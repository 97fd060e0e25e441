import { anonymizedReport, Anonymizer } from '@mongowhy/core'
import { documentText, renderTerminal, reportDocument } from '@mongowhy/report'

import type { Arguments } from '../arguments/parse.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { savedReport } from '../saved-report.ts'
import { print } from '../stdout.ts'
import { styleOf } from '../terminal.ts'

/** `mongowhy report EVIDENCE.JSON…`. */
export async function report(args: Arguments): Promise<ExitStatus> {
  const [path] = args.positionals
  if (path === undefined)
    throw new UsageError('report wants a file that `mongowhy --json` or `--output` wrote')
  const read = await savedReport(path)
  const saved = args.flag('anonymize') ? anonymizedReport(read, new Anonymizer()) : read
  await print(
    args.flag('json') ? `${documentText(reportDocument(saved))}\n` : renderTerminal(saved, styleOf(args)),
  )
  return exitStatus.healthy
}
