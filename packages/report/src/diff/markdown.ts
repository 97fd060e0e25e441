import { says, visible } from '@mongowhy/core'

import { blockLines } from '../markdown/blocks.ts'
import { inlineText } from '../markdown/escape.ts'
import type { Block } from '../support/blocks.ts'
import { paragraph, points } from '../support/blocks.ts'
import type { Difference } from './compare.ts'
import type { Diff } from './diff.ts'
import { groupsOf } from './groups.ts'

/** Two reports side by side as Markdown. Ends with a line break. */
export function renderDiffMarkdown(diff: Diff): string {
  const { matters, context, unreached, noise } = groupsOf(diff)
  const name = (side: 'a' | 'b'): string => (side === 'a' ? diff.a.name : diff.b.name)
  const blocks: readonly Block[] = [
    {
      is: 'facts',
      rows: (['a', 'b'] as const).map((side) => {
        const { report } = diff[side]
        return {
          name: side,
          value: says`${name(side)}, ${report.evidence.takenAt}: ${report.verdict.primary?.code ?? report.verdict.outcome}`,
        }
      }),
    },
    ...(diff.apart === null ? [] : [paragraph(diff.apart)]),
    ...diff.causes.flatMap(({ side, cause, says: said }): readonly Block[] => [
      {
        is: 'notice',
        tone: 'bad',
        title: says`${name(side)}: \`${cause.code}\` · ${cause.certainty}`,
        text: [cause.title, said],
      },
    ]),
    { is: 'heading', text: says`Differences that matter` },
    ...(matters.length === 0 ? [paragraph(says`None.`)] : matters.map(pair)),
    ...(context.length === 0
      ? []
      : [{ is: 'heading', text: says`Also different, no cause by itself` } as const, ...context.map(pair)]),
    ...(unreached.length + noise.length === 0
      ? []
      : [{ is: 'heading', text: says`Not compared, or saying nothing` } as const]),
    ...points([
      ...unreached.map(({ side, stages }) => says`${stages.join(', ')}: not looked at in ${name(side)}.`),
      ...(noise.length === 0 ? [] : [says`Differs from run to run: ${noise.join(', ')}.`]),
    ]),
  ]
  const lines = [[`# ${inlineText(diff.headline)}`], ...blocks.map(blockLines)]
  return `${lines.map((each) => each.join('\n')).join('\n\n')}\n`
}

function pair({ stage, name, endpoint, a, b }: Difference): Block {
  const where = endpoint === null ? '' : ` (${endpoint})`
  return {
    is: 'points',
    items: [
      says`${stage}, ${visible(name)}${where}: \`${a ?? 'not looked at'}\` against \`${b ?? 'not looked at'}\``,
    ],
  }
}
