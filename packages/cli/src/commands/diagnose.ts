import { anonymizedReport, Anonymizer } from '@mongowhy/core'
import type { DiagnoseOptions, Report } from '@mongowhy/core'
import { diagnose as run } from '@mongowhy/diagnose'
import { documentText, renderTerminal, reportDocument } from '@mongowhy/report'

import { diagnoseOptions } from '../arguments/diagnose-options.ts'
import type { Arguments } from '../arguments/parse.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { onInterrupt } from '../interrupt.ts'
import { formOf } from '../output-form.ts'
import type { OutputForm } from '../output-form.ts'
import { outputFile } from '../output-file.ts'
import { startProgress } from '../progress.ts'
import { hidingUsers, keepOptionSecrets, keepSecret, outgoingReports } from '../secrets.ts'
import { print } from '../stdout.ts'
import { resolveTarget } from '../target/resolve-target.ts'
import { styleOf, takesColour } from '../terminal.ts'
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
  const out = async (as: OutputForm): Promise<string> => {
    const render = await rendering(as, args)
    return outgoingReports([found.evidence, report.evidence], (seal) => render(seal(report)))
  }
  const kept = file === null ? '' : await out('json')
  await print(await out(form))
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
    return hidingUsers(found, options.userNames, target.uri.reveal())
  } finally {
    progress.end()
  }
}

/** What writes a report in a form, with a line break at its end. What a page for support needs is read only for one. */
async function rendering(form: OutputForm, args: Arguments): Promise<(report: Report) => string> {
  switch (form) {
    case 'json':
      return (report) => `${documentText(reportDocument(report))}\n`
    case 'terminal':
      return (report) => renderTerminal(report, styleOf(args))
    case 'markdown':
    case 'html': {
      const { driverTexts, renderedCase } = await import('../support-case.ts')
      return (report) =>
        renderedCase(
          { runs: [{ report, file: null }], said: null, contact: null, cluster: null, textsOf: driverTexts },
          form,
          args,
        )
    }
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
