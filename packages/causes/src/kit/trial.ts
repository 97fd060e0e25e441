import { trialsOf } from '@mongowhy/core'
import type { Ask, AskOf, Endpoint, Evidence, ProbeName, SeenLook, Variations } from '@mongowhy/core'

/** A look that is made beside the driver's own way: rules of other causes do not take it for a part of that way. */
export function aside<P extends ProbeName>(
  experiment: string,
  probe: P,
  endpoint: Endpoint | null,
  vary: Variations[P],
  round = 1,
): Ask {
  const ask: AskOf<P> = { probe, endpoint, vary, trial: { experiment, arm: 'variation', round } }
  return ask as object as Ask
}

/** What came of it: undefined: not made yet; null: made in vain. */
export function metAside<P extends ProbeName>(
  evidence: Evidence,
  experiment: string,
  probe: P,
  endpoint: Endpoint | null,
  fits: (vary: Variations[P], round: number) => boolean,
): SeenLook<P> | null | undefined {
  const look = trialsOf(evidence, experiment, probe, endpoint).find(({ ask }) =>
    fits(ask.vary, ask.trial?.round ?? 1),
  )
  if (look === undefined) return undefined
  return look.status === 'seen' ? look : null
}
