import { says, stageOf, stageOrder } from '@mongowhy/core'
import type { Citation, LookId, Phrase, Report } from '@mongowhy/core'

import { paragraph } from '../blocks.ts'
import type { Block, Section } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { SupportCase } from '../support-case.ts'

type RuledOut = Report['verdict']['ruledOut']

// The same said of a hundred members is said once, and the looks at the others are counted.
const mostLooks = 3

/** Causes that a look rules out, those of the stage that fails before the others. */
export function eliminatedSection(given: SupportCase): Section {
  const { verdict } = subjectOf(given)
  const near = verdict.ruledOut.filter(({ code }) => stageOf(code) === verdict.primary?.stage)
  const far = verdict.ruledOut.filter((each) => !near.includes(each))
  return {
    id: 'eliminated',
    title: 'Factors eliminated',
    blocks: [
      ...(verdict.ruledOut.length === 0
        ? [paragraph(says`None: no look was made that rules a cause out.`)]
        : []),
      ...(near.length === 0 ? [] : [table(near)]),
      ...(far.length === 0
        ? []
        : [
            {
              is: 'more',
              title: far.length === 1 ? 'One cause of another stage' : `${far.length} causes of other stages`,
              blocks: [table(far)],
              brief: [byStage(far)],
            } as const,
          ]),
    ],
  }
}

interface Ground {
  readonly seen: Phrase
  readonly titles: Set<string>
  readonly looks: Set<LookId>
}

/** By what was seen: one observation often rules out several causes. */
function table(ruledOut: RuledOut): Block {
  const grounds = new Map<string, Ground>()
  for (const { title, because } of ruledOut) {
    const [first] = because
    if (first === undefined) continue
    const key = withoutPlaces(first)
    const ground = grounds.get(key) ?? {
      seen: first.says,
      titles: new Set<string>(),
      looks: new Set<LookId>(),
    }
    ground.titles.add(title)
    for (const { look } of because) ground.looks.add(look)
    grounds.set(key, ground)
  }
  return {
    is: 'table',
    columns: ['seen', 'so it is not this', 'look'],
    rows: [...grounds.values()].map(({ seen, titles, looks }) => ({
      tone: 'plain',
      cells: [seen, says`${[...titles].join('; ')}`, says`${named([...looks])}`],
    })),
  }
}

function withoutPlaces({ says: { words } }: Citation): string {
  return words.join('…')
}

function byStage(ruledOut: RuledOut): Block {
  const stages = [...new Set(ruledOut.map(({ code }) => stageOf(code)))].toSorted(
    (a, b) => stageOrder(a) - stageOrder(b),
  )
  return {
    is: 'table',
    columns: ['stage', 'not this', 'look'],
    rows: stages.map((stage) => {
      const own = ruledOut.filter(({ code }) => stageOf(code) === stage)
      const looks = [...new Set(own.flatMap(({ because }) => because.map(({ look }) => look)))]
      return {
        tone: 'plain',
        cells: [says`${stage}`, says`${own.map(({ title }) => title).join('; ')}`, says`${named(looks)}`],
      }
    }),
  }
}

function named(looks: readonly LookId[]): string {
  const left = looks.length - mostLooks
  return left > 0 ? `${looks.slice(0, mostLooks).join(', ')} and ${left} more` : looks.join(', ')
}
