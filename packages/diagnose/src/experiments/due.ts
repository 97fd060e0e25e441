import { compareCertainty } from '@mongowhy/core'
import type {
  Cause,
  CauseCode,
  Endpoint,
  Evidence,
  Experiment,
  ExperimentPlan,
  Finding,
} from '@mongowhy/core'

/** An experiment at one place, ready to be run. */
export interface Due {
  readonly experiment: Experiment
  readonly at: Endpoint
  readonly plan: ExperimentPlan
}

/**
 * The experiments that would tell more than is known: of causes that were found with less than certainty, or that are
 * still open. What is certain needs none, and neither does a general cause whose place a certain one takes. Pure.
 */
export function dueExperiments(
  causes: readonly Cause[],
  findings: readonly Finding[],
  evidence: Evidence,
): readonly Due[] {
  const byCode = new Map<CauseCode, Cause>(causes.map((cause) => [cause.code, cause]))
  const found = new Map<string, Due>()
  const certain = findings.filter((finding) => finding.is === 'present' && !isOpen(finding))
  const settled = ({ code, at }: Finding): boolean =>
    certain.some(
      (by) => (by.at === null || by.at === at) && byCode.get(by.code)?.refines.includes(code) === true,
    )
  for (const finding of findings.filter((each) => isOpen(each) && !settled(each))) {
    const { at } = finding
    if (at === null) continue
    for (const experiment of byCode.get(finding.code)?.experiments ?? []) {
      const key = `${experiment.name} ${at}`
      const plan = found.has(key) ? null : experiment.plan(evidence, at)
      if (plan !== null) found.set(key, { experiment, at, plan })
    }
  }
  return [...found.values()]
}

function isOpen(finding: Finding): boolean {
  switch (finding.is) {
    case 'absent':
      return false
    case 'unknown':
      return true
    case 'present':
      return compareCertainty(finding.certainty, 'certain') < 0
  }
}
