import { defaultOptions, phraseText } from '@mongowhy/core'
import type { Report, Target } from '@mongowhy/core'
import { diagnose } from '@mongowhy/diagnose'

import { failed, passed } from './document.ts'
import type { Finding } from './document.ts'

export interface Examined {
  readonly finding: Finding
  readonly report: Report
  /** Whether the checks that need a connection can be run. */
  readonly usable: boolean
}

/** Diagnoses the target; what the verdict rests on stands in `because`. */
export async function checkConnection(target: Target, signal: AbortSignal): Promise<Examined> {
  const report = await diagnose(target, defaultOptions, { signal })
  const { outcome, headline, primary } = report.verdict
  if (outcome === 'healthy') return { finding: passed(phraseText(headline)), report, usable: true }
  if (primary === null) return { finding: failed(phraseText(headline)), report, usable: false }
  const because = primary.because.map(({ says }) => phraseText(says))
  return { finding: failed(phraseText(primary.title), because, primary.code), report, usable: false }
}
