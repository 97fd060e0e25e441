import type { Evidence, StageLine, Verdict } from '@mongowhy/core'
import { causes } from '@mongowhy/causes'

import { infer } from './infer.ts'
import { stageLines } from './stage-lines/index.ts'
import { judge } from './verdict.ts'

/** What the present rules make of evidence that was kept, by whichever version. Pure; opens nothing. */
export function judgeAgain(kept: Evidence): {
  readonly verdict: Verdict
  readonly stages: readonly StageLine[]
} {
  // Which of several looks came first matters, and a file may have them in any order.
  const evidence = { ...kept, looks: kept.looks.toSorted((a, b) => a.startedAt - b.startedAt) }
  return { verdict: judge(causes, infer(causes, evidence), evidence), stages: stageLines(evidence) }
}
