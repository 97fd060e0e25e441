// `mongowhy/diagnose`: what a program needs to diagnose and to show what came of it.
import type { DiagnoseOptions, Report, Target } from '@mongowhy/core'
import { diagnose as run } from '@mongowhy/diagnose'
import type { DiagnoseHooks } from '@mongowhy/diagnose'

import { version } from '../version.ts'

export type { DiagnoseHooks } from '@mongowhy/diagnose'
export { defaultOptions, Secret } from '@mongowhy/core'
export type { DiagnoseOptions, Evidence, Look, NamedCause, Report, Target, Verdict } from '@mongowhy/core'
export { documentText, renderTerminal, reportDocument } from '@mongowhy/report'
export type { ReportDocument, TerminalStyle } from '@mongowhy/report'

/**
 * Finds out why a target cannot be used, as the command does. Resolves within `options.timeoutMs` and a little, with every
 * socket closed; never rejects for what the target, the network or a server does.
 */
export function diagnose(
  target: Target,
  options: DiagnoseOptions,
  hooks: DiagnoseHooks = {},
): Promise<Report> {
  return run(target, options, { version: version(), ...hooks })
}
