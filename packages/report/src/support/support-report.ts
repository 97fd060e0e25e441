import type { Section } from './blocks.ts'
import { driverErrorSection } from './sections/driver-error.ts'
import { eliminatedSection } from './sections/eliminated.ts'
import { environmentSection } from './sections/environment.ts'
import { evidenceSection } from './sections/evidence.ts'
import { impactSection } from './sections/impact.ts'
import { operatorSection } from './sections/operator.ts'
import { reproduceSection } from './sections/reproduce.ts'
import { rootCauseSection } from './sections/root-cause.ts'
import { stepsSection } from './sections/steps.ts'
import { weigh } from '../said/weigh.ts'
import { saidSection } from './sections/said.ts'
import { summaryOf } from './sections/summary.ts'
import type { Summary } from './sections/summary.ts'
import { timelineSection } from './sections/timeline.ts'
import { uncheckedSection } from './sections/unchecked.ts'
import { subjectOf } from './support-case.ts'
import type { SupportCase } from './support-case.ts'

/** The report that can be sent, before it is Markdown or HTML. */
export interface SupportReport {
  readonly summary: Summary
  readonly head: {
    readonly target: string
    readonly takenAt: string
    readonly version: string
    readonly cluster: string | null
    readonly contact: string | null
    readonly anonymized: boolean
  }
  readonly sections: readonly Section[]
}

/** Puts a case into the order in which somebody who knows nothing of it yet wants to read it. */
export function supportReport(given: SupportCase): SupportReport {
  const report = subjectOf(given)
  const weighed = weigh(given.runs, given.said)
  const sections: readonly (Section | null)[] = [
    driverErrorSection(given, weighed),
    impactSection(given),
    rootCauseSection(given),
    stepsSection(given),
    operatorSection(given),
    evidenceSection(given),
    eliminatedSection(given),
    timelineSection(given, weighed),
    saidSection(weighed),
    environmentSection(given),
    uncheckedSection(given),
    reproduceSection(given),
  ]
  return {
    summary: summaryOf(given, weighed),
    head: {
      target: report.target.uri,
      takenAt: report.evidence.takenAt,
      version: report.tool.version,
      cluster: given.cluster,
      contact: given.contact,
      anonymized: report.anonymized === true,
    },
    sections: sections.filter((section) => section !== null),
  }
}
