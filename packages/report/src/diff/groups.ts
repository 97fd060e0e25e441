import type { Stage } from '@mongowhy/core'

import type { Difference } from './compare.ts'
import type { Diff } from './diff.ts'

/** The differences as readers want them: what matters, what else differs, what was not reached, what says nothing. */
export interface Groups {
  readonly matters: readonly Difference[]
  readonly context: readonly Difference[]
  readonly unreached: readonly { readonly side: 'a' | 'b'; readonly stages: readonly Stage[] }[]
  readonly noise: readonly string[]
}

export function groupsOf({ differences }: Diff): Groups {
  const of = (weight: Difference['weight']): readonly Difference[] =>
    differences.filter((each) => each.weight === weight)
  const stages = (side: 'a' | 'b'): readonly Stage[] => [
    ...new Set(
      of('unreached')
        .filter((each) => each[side] === null)
        .map(({ stage }) => stage),
    ),
  ]
  return {
    matters: of('matters'),
    context: of('context'),
    unreached: (['a', 'b'] as const)
      .map((side) => ({ side, stages: stages(side) }))
      .filter((each) => each.stages.length > 0),
    noise: [
      ...new Set(
        of('noise').map(({ name }) => (name.startsWith('order in ') ? 'the order of answers' : name)),
      ),
    ],
  }
}
