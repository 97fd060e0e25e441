import { anonymizedReport, Anonymizer } from '@mongowhy/core'
import type { DiagnoseOptions, Report } from '@mongowhy/core'
import { diagnose as run } from '@mongowhy/diagnose'

import { diagnoseOptions } from '../arguments/diagnose-options.ts'
import type { Arguments } from '../arguments/parse.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { onInterrupt } from '../interrupt.ts'
import { formOf, rendered } from '../output-form.ts'
import type { OutputForm } from '../output-form.ts'
import { outputFile } from '../output-file.ts'
import { startProgress } from '../progress.ts'
import { hidingUsers, keepOptionSecrets, keepSecret, outgoingReports } from '../secrets.ts'
import { print } from '../stdout.ts'
import { resolveTarget } from '../target/resolve-target.ts'
import { takesColour } from '../terminal.ts'
import { version } from '../version.ts'

/** `mongowhy [diagnose] <target>`. */
export async function diagnose(args: Arguments): Promise<ExitStatus> {
  const targets = args.value('targets')
  if (targets !== undefined) return (await import('./fleet/index.ts')).fleet(args, targets)
  for (const name of ['concurrency', 'evidence'])
    if (args.flag(name)) throw new UsageError(`--${name} goes with --targets`)
  if (args.positionals.length > 1) {
    throw new UsageError(
      `one target, not ${args.positionals.length}: put the connection string in single quotes, the shell may have cut it`,
    )
  }
  const form = formOf(args)
  const options = await diagnoseOptions(args)
  keepSecret(options.proxy)
  const path = args.value('output')
  const file = path === undefined ? null : await outputFile(path)
  const interrupt = onInterrupt()
  keepOptionSecrets(options.driverOptions)
  const found = await examined(args, options, interrupt.signal).finally(interrupt.release)
  const report = args.flag('anonymize') ? anonymizedReport(found, new Anonymizer()) : found
  const out = (as: OutputForm): string =>
    outgoingReports([found.evidence, report.evidence], (seal) => rendered(seal(report), as, args))
  const kept = file === null ? '' : out('json')
  await print(out(form))
  await file?.write(kept)
  return statusOf(report)
}

async function examined(args: Arguments, options: DiagnoseOptions, signal: AbortSignal): Promise<Report> {
  const target = await resolveTarget(args.positionals[0], options.timeoutMs, signal)
  keepSecret(target.uri)
  if (target.source === 'argument') warnOfProcessList()
  const progress = startProgress(process.stderr, args.flag('quiet'), takesColour(process.stderr, args))
  try {
    const found = await run(target, options, { signal, onLook: progress.saw, version: version() })
    return options.userNames === 'kept' ? found : hidingUsers(found, [target.uri.reveal()])
  } finally {
    progress.end()
  }
}

/** The exit status that a report means. */
export function statusOf({ interrupted, verdict }: Report): ExitStatus {
  return interrupted ? exitStatus.interrupted : exitStatus[verdict.outcome]
}

function warnOfProcessList(): void {
  process.stderr.write(
    'A connection string given as an argument can be read in the process list and the shell history; env:NAME or - (standard input) avoid that.\n',
  )
}
