// `mongowhy/diagnose`: what a program needs to diagnose and to show what came of it.
export { diagnose } from '@mongowhy/diagnose'
export type { DiagnoseHooks } from '@mongowhy/diagnose'
export { defaultOptions, Secret } from '@mongowhy/core'
export type { DiagnoseOptions, Evidence, Look, NamedCause, Report, Target, Verdict } from '@mongowhy/core'
export { documentText, renderTerminal, reportDocument } from '@mongowhy/report'
export type { ReportDocument, TerminalStyle } from '@mongowhy/report'
