import { defaultOptions, Secret } from '@mongowhy/core'
import type { CauseCode, Report } from '@mongowhy/core'
import { diagnose } from '@mongowhy/diagnose'
import { documentText, renderTerminal, reportDocument } from '@mongowhy/report'
import { commandFor } from '@mongowhy/lab'
import type { RunningFault } from '@mongowhy/lab'

import type { Arguments } from '../arguments/parse.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { onInterrupt } from '../interrupt.ts'
import type { Interrupt } from '../interrupt.ts'
import { startProgress } from '../progress.ts'
import { keepSecret } from '../secrets.ts'
import { print } from '../stdout.ts'
import { paintOf, styleOf, takesColour } from '../terminal.ts'
import { version } from '../version.ts'
import { started } from './lab.ts'

// Its server hides the very thing that people then blame their own settings for.
const usual: CauseCode = 'tls-refused-before-certificate'

/** `mongowhy demo [code]`: 0 when the fault that was set up is named, 4 otherwise. */
export async function demo(args: Arguments): Promise<ExitStatus> {
  const [code = usual, ...rest] = args.positionals
  if (rest.length > 0) throw new UsageError('demo takes one code')
  const fault = await started(code)
  const interrupt = onInterrupt()
  try {
    if (!args.flag('json') && !args.flag('quiet')) await print(opening(fault, args))
    const report = await examined(fault, args, interrupt)
    await print(
      args.flag('json') ? `${documentText(reportDocument(report))}\n` : renderTerminal(report, styleOf(args)),
    )
    if (report.interrupted) return exitStatus.interrupted
    return names(report, fault.code) ? exitStatus.healthy : exitStatus.ourFault
  } finally {
    interrupt.release()
    await fault.stop()
  }
}

async function examined(fault: RunningFault, args: Arguments, interrupt: Interrupt): Promise<Report> {
  const uri = new Secret(fault.uri)
  keepSecret(uri)
  const progress = startProgress(process.stderr, args.flag('quiet'), takesColour(process.stderr, args))
  try {
    return await diagnose(
      { uri, source: 'argument' },
      { ...defaultOptions, ...fault.options },
      { signal: interrupt.signal, onLook: progress.saw, version: version() },
    )
  } finally {
    progress.end()
  }
}

function opening(fault: RunningFault, args: Arguments): string {
  const { dim, accent } = paintOf(args)
  const uri = fault.uri.replace(/\/\/[^/@]*@/, '//<credentials>@')
  const command = commandFor({ ...fault, uri })
  return `${dim('A broken deployment is up on loopback. What its user would run:')}\n${dim('$')} ${accent(command)}\n`
}

/** An advisory counts: some faults leave the target usable. */
function names({ verdict }: Report, code: CauseCode): boolean {
  return verdict.primary?.code === code || verdict.advisories.some((cause) => cause.code === code)
}
