import { says } from '@mongowhy/core'

import { paragraph } from '../blocks.ts'
import type { Block, Section } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { Run, SupportCase } from '../support-case.ts'
import { lookTable } from './evidence.ts'

// More rows than this are looked up, not read.
const fewLooks = 12

/** What was tried, when, with what result. */
export function timelineSection(given: SupportCase): Section {
  const { evidence } = subjectOf(given)
  const looks = evidence.looks.filter(({ status }) => status !== 'skipped')
  const own =
    looks.length <= fewLooks
      ? [lookTable(looks)]
      : [{ is: 'more', title: `${looks.length} looks, one by one`, blocks: [lookTable(looks)] } as const]
  return {
    id: 'timeline',
    title: 'Timeline',
    blocks: [
      ...(given.runs.length === 1 ? [] : [runTable(given.runs)]),
      paragraph(
        says`${given.runs.length === 1 ? 'The run' : 'The last run'} began at ${evidence.takenAt}; times count from there.`,
      ),
      ...own,
    ],
  }
}

function runTable(runs: readonly Run[]): Block {
  return {
    is: 'table',
    columns: ['when', 'result', 'kept in'],
    rows: runs.map(({ report, file }) => ({
      tone:
        report.verdict.outcome === 'healthy'
          ? 'good'
          : report.verdict.outcome === 'explained'
            ? 'bad'
            : 'warning',
      cells: [says`${report.evidence.takenAt}`, report.verdict.headline, says`${file ?? ''}`],
    })),
  }
}
