import { says } from '@mongowhy/core'
import type { Look } from '@mongowhy/core'

import { diffOf } from '../../diff/diff.ts'
import type { TimedEvent } from '../../said/events.ts'
import type { Weighed } from '../../said/weigh.ts'
import { paragraph, points } from '../blocks.ts'
import type { Block, Section, Tone } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { Run, SupportCase } from '../support-case.ts'
import { lookTable } from './evidence.ts'

// More rows than this are looked up, not read.
const fewLooks = 12
// Where nothing folds, more than this is a log.
const mostUnfolded = 60

/** What was tried, by whom, when, with what result; and the looks of the run that is reported on. */
export function timelineSection(given: SupportCase, { events, between }: Weighed): Section {
  const { evidence } = subjectOf(given)
  const looks = evidence.looks.filter(({ status, ask }) => status !== 'skipped' && ask.trial === undefined)
  const trials = evidence.looks.filter(({ ask }) => ask.trial !== undefined).length
  const table = lookTable(looks)
  const which = given.runs.length === 1 ? 'The run' : 'The run that is reported on'
  return {
    id: 'timeline',
    title: 'Timeline',
    blocks: [
      ...(events.length < 2 ? [] : [eventTable(events)]),
      ...(between === null
        ? []
        : [
            {
              is: 'notice',
              tone: between.conclusive ? 'plain' : 'warning',
              title: between.title,
              text: between.text,
            } as const,
          ]),
      ...changes(given.runs),
      paragraph(
        says`${which} began at ${evidence.takenAt}; times count from there.${trials === 0 ? '' : trials === 1 ? ' One look of an experiment stands under Evidence.' : ` ${trials} looks of experiments stand under Evidence.`}`,
      ),
      looks.length <= fewLooks
        ? table
        : {
            is: 'more',
            title: `${looks.length} looks, one by one`,
            blocks: [table],
            ...(looks.length <= mostUnfolded ? {} : { brief: firstOf(looks) }),
          },
    ],
  }
}

function firstOf(looks: readonly Look[]): readonly Block[] {
  return [
    lookTable(looks.slice(0, mostUnfolded)),
    paragraph(says`And ${looks.length - mostUnfolded} more, which the evidence file holds.`),
  ]
}

const tones: Readonly<Record<TimedEvent['result'], Tone>> = {
  worked: 'good',
  failed: 'bad',
  unclear: 'plain',
}

function eventTable(events: readonly TimedEvent[]): Block {
  return {
    is: 'table',
    columns: ['when', 'what', 'result', 'known from'],
    rows: events.map(({ at, what, result, outcome, place, by }) => ({
      tone: tones[result],
      cells: [
        says`${at ?? 'not said'}`,
        says`${what}`,
        outcome === '' ? says`${result === 'unclear' ? '' : result}` : says`${outcome}`,
        says`${by}, ${place}`,
      ],
    })),
  }
}

/** What differs from run to run, as far as it matters. */
function changes(runs: readonly Run[]): readonly Block[] {
  return points(
    runs.slice(1).flatMap((run, index) => {
      const before = runs[index]
      if (before === undefined) return []
      const side = (of: Run): string => of.file ?? of.report.evidence.takenAt
      const { differences } = diffOf(
        { name: side(before), report: before.report },
        { name: side(run), report: run.report },
      )
      const names = [
        ...new Set(differences.filter(({ weight }) => weight === 'matters').map(({ name }) => name)),
      ]
      return [
        says`From ${side(before)} to ${side(run)}: ${names.length === 0 ? 'nothing that matters differs' : names.slice(0, 6).join(', ')}.`,
      ]
    }),
  )
}
