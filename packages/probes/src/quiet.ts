// Who has not answered within a second probably never will; no server and no resolver that works takes as long.
const mostMs = 1_000
// Of a bound that is shorter than usual, enough is left for everything that follows from a silence.
const share = 5

/**
 * When a peer that has said nothing yet is probably silent, in milliseconds after it was asked: its look-alikes are told
 * apart while the bound on the step runs, so that silence costs one bound and not two.
 */
export function quietAfterMs({ stageTimeoutMs }: { readonly stageTimeoutMs: number }): number {
  return Math.min(mostMs, stageTimeoutMs / share)
}
