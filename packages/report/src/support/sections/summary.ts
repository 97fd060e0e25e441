import { formatDuration, says, stages, together } from '@mongowhy/core'
import type { NamedCause, Phrase, Report, Stage, StageLine } from '@mongowhy/core'

import type { Weighed } from '../../said/weigh.ts'
import type { Fact, Tone } from '../blocks.ts'
import { sinceThen, subjectOf } from '../support-case.ts'
import type { SupportCase } from '../support-case.ts'

export interface WayStep {
  readonly stage: Stage
  readonly status: StageLine['status'] | 'absent'
}

/** The first screen: what is wrong, how sure that is, where, what to do first. */
export interface Summary {
  readonly outcome: Report['verdict']['outcome']
  readonly title: Phrase
  readonly cause: NamedCause | null
  readonly explanation: Phrase | null
  readonly way: readonly WayStep[]
  readonly facts: readonly Fact[]
  /** What must not be overlooked: what was claimed and cannot be so. */
  readonly notice: { readonly tone: Tone; readonly title: Phrase; readonly text: readonly Phrase[] } | null
}

const severity: Readonly<Record<StageLine['status'], number>> = { ok: 0, skipped: 1, degraded: 2, failed: 3 }

// `server` and `client` are stages of causes that a text tells, not of a connection that is looked at.
const shown = stages.filter((stage) => stage !== 'server' && stage !== 'client')

export function summaryOf(given: SupportCase, weighed: Weighed): Summary {
  const report = subjectOf(given)
  const since = sinceThen(given)
  const { verdict } = report
  const cause = verdict.primary
  return {
    outcome: verdict.outcome,
    title: verdict.headline,
    cause,
    explanation: cause?.explanation ?? verdict.disagreement,
    way: wayOf(report.stages),
    notice: noticeOf(weighed),
    facts: [
      ...(since === null
        ? []
        : [
            {
              name: 'Since then',
              value: says`it works: ${since.report.evidence.takenAt}${since.file === null ? '' : ` (${since.file})`}`,
            },
          ]),
      ...(cause === null ? [] : [{ name: 'Where', value: whereOf(cause, report) }]),
      ...(cause?.steps[0] === undefined ? [] : [{ name: 'Do first', value: cause.steps[0] }]),
      ...(verdict.others.length === 0 ? [] : [{ name: 'Also wrong', value: titles(verdict.others) }]),
      ...(verdict.advisories.length === 0
        ? []
        : [{ name: 'Worth knowing', value: titles(verdict.advisories) }]),
      {
        name: 'Ruled out',
        value: says`${verdict.ruledOut.length} ${verdict.ruledOut.length === 1 ? 'cause' : 'causes'}, each by a look at it`,
      },
      { name: 'Took', value: says`${formatDuration(report.timing.totalMs)}` },
    ],
  }
}

function noticeOf({ between, contradictions, statements }: Weighed): Summary['notice'] {
  const wrong = statements.filter(({ judgement }) => judgement === 'contradicted').length
  const counted =
    wrong === 0
      ? []
      : [
          says`Of what was claimed, ${wrong} of ${statements.length} ${wrong === 1 ? 'statement is' : 'statements are'} contradicted by the evidence.`,
        ]
  if (between !== null)
    return {
      tone: between.conclusive ? 'plain' : 'warning',
      title: between.title,
      text: [...between.text, ...counted],
    }
  const [first] = contradictions
  return first === undefined && wrong === 0
    ? null
    : {
        tone: 'warning',
        title: says`What was claimed does not hold together`,
        text: [...contradictions, ...counted],
      }
}

function wayOf(lines: readonly StageLine[]): readonly WayStep[] {
  return shown.flatMap((stage): readonly WayStep[] => {
    const own = lines.filter((line) => line.stage === stage)
    const worst = own.toSorted((a, b) => severity[b.status] - severity[a.status])[0]
    // A proxy or an API that is not in use is no part of the way.
    return worst === undefined ? [] : [{ stage, status: worst.status }]
  })
}

/** `3 of 3 servers`, with their names where these are few. */
export function whereOf({ endpoints }: NamedCause, { stages: lines }: Report): Phrase {
  const all = new Set(lines.flatMap(({ endpoint }) => endpoint ?? []))
  if (endpoints.length === 0) return says`the target as a whole`
  const names = says`${endpoints.slice(0, 3).join(', ')}${endpoints.length > 3 ? ` and ${endpoints.length - 3} more` : ''}`
  return all.size < 2 ? names : together(says`${endpoints.length} of ${all.size} servers:`, names)
}

function titles(causes: readonly NamedCause[]): Phrase {
  return causes
    .slice(0, 3)
    .reduce((all, { title }, index) => (index === 0 ? title : together(all, says`;`, title)), says``)
}
