import { compareCertainty, seenBy, stageOf, stageOrder } from '@mongowhy/core'
import type { Endpoint, Evidence } from '@mongowhy/core'
import { advertised, discovers, seedList } from '@mongowhy/causes/kit'

import type { Group } from './group.ts'

/** How much of the target a group of findings keeps from being used. */
export type Blocking = 'everything' | 'primary' | 'part'

/** The endpoint that said of itself that it is the primary, or that others named; null when nobody did. */
function primaryOf(evidence: Evidence): Endpoint | null {
  for (const look of seenBy(evidence, 'wire.hello')) {
    const { outcome } = look.saw
    if (outcome.is === 'reply' && outcome.hello.primary !== null) return outcome.hello.primary.toLowerCase()
  }
  return null
}

/** What a group blocks: a fault of the target, of every seed or of every member that the set names blocks everything; of one member, only its part. */
export function blockingOf(group: Group, evidence: Evidence): Blocking {
  if (group.findings.some(({ concerns }) => concerns.length === 0)) return 'everything'
  const places = group.findings.flatMap(({ concerns }) => concerns)
  const all = (members: readonly Endpoint[]): boolean =>
    members.length > 0 && members.every((member) => places.includes(member))
  // A driver that discovers goes on with the members that the set names, and forgets the seeds.
  const named = discovers(evidence) ? [...new Set(advertised(evidence).map(({ endpoint }) => endpoint))] : []
  if (all(seedList(evidence)) || all(named)) return 'everything'
  const primary = primaryOf(evidence)
  return primary !== null && places.includes(primary) ? 'primary' : 'part'
}

const weight: Readonly<Record<Blocking, number>> = { everything: 2, primary: 1, part: 0 }

/** Negative when `a` is the better answer to "why can't I connect": blocks more, is surer, stands earlier. */
export function byWeight(evidence: Evidence): (a: Group, b: Group) => number {
  const surest = (group: Group): Group['findings'][number]['certainty'] =>
    group.findings.reduce(
      (best, { certainty }) => (compareCertainty(certainty, best) > 0 ? certainty : best),
      group.findings[0].certainty,
    )
  return (a, b) =>
    weight[blockingOf(b, evidence)] - weight[blockingOf(a, evidence)] ||
    compareCertainty(surest(b), surest(a)) ||
    stageOrder(stageOf(a.code)) - stageOrder(stageOf(b.code)) ||
    b.findings.length - a.findings.length
}
