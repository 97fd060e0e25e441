import { anonymizedReport, Anonymizer } from '@mongowhy/core'

import type { Arguments } from '../arguments/parse.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { formOf, rendered } from '../output-form.ts'
import { savedReport } from '../saved-report.ts'
import { outgoing } from '../secrets.ts'
import { print } from '../stdout.ts'

/** `mongowhy report EVIDENCE.JSON…`. */
export async function report(args: Arguments): Promise<ExitStatus> {
  const form = formOf(args)
  const [path] = args.positionals
  if (path === undefined)
    throw new UsageError('report wants a file that `mongowhy --json` or `--output` wrote')
  const read = await savedReport(path)
  const saved = args.flag('anonymize') ? anonymizedReport(read, new Anonymizer()) : read
  await print(outgoing(rendered(saved, form, args), read.evidence))
  return exitStatus.healthy
}
