import { diagnose as run } from '@mongowhy/diagnose'
import type { DiagnoseHooks } from '@mongowhy/diagnose'
import { reportDocument } from '@mongowhy/report'
import type { ReportDocument } from '@mongowhy/report'
import type { DiagnoseOptions, Target } from '@mongowhy/core'

export { defaultOptions, Secret } from '@mongowhy/core'

/** A diagnosis as the document of `mongowhy --json`. Loaded when it is needed, never before. */
export async function diagnose(
  target: Target,
  options: DiagnoseOptions,
  hooks: DiagnoseHooks = {},
): Promise<ReportDocument> {
  return reportDocument(await run(target, options, hooks))
}
