import { quietAfterMs } from '@mongowhy/probes'
import type { ProbeContext } from '@mongowhy/probes'

import type { EvidenceNow } from './investigate.ts'
import { roundTripOf } from './round-trip.ts'

// Farther than that a TLS handshake takes, a slow peer is not yet a silent one.
const roundTrips = 6
const tickMs = 100

/**
 * While `looking` waits for peers that are silent, asks what would be asked if they stay so: `ask` is given the evidence
 * as it would then be. Nothing is concluded from it. Ends as `looking` does, once both have ended.
 */
export async function besideSilence(
  ctx: ProbeContext,
  now: EvidenceNow,
  looking: Promise<unknown>,
  ask: (presumed: EvidenceNow) => Promise<unknown>,
): Promise<void> {
  const tick = new Tick()
  const end = (): void => tick.end()
  looking.then(end, end)
  const presuming = (): ReturnType<typeof ctx.recorder.presuming> =>
    ctx.recorder.presuming(
      Math.max(quietAfterMs(ctx.options), roundTrips * roundTripOf(ctx.recorder.looks())),
    )
  const presumed: EvidenceNow = () => ({ ...now(), looks: presuming() ?? ctx.recorder.looks() })
  const beside = async (): Promise<void> => {
    let known = 0
    while (await tick.next()) {
      if (ctx.signal.aborted) return
      const looks = presuming()?.length ?? 0
      // What was asked may be silent in turn, and then leads to questions of its own.
      if (looks > known) await ask(presumed)
      known = Math.max(known, looks)
    }
  }
  const asking = beside()
  await Promise.allSettled([looking, asking])
  await looking
  await asking
}

/** A time that comes again and again until it is ended, and then at once: an aborted wait for each target costs more. */
class Tick {
  #ended = false
  #timer: NodeJS.Timeout | undefined
  #wake: () => void = () => {}

  /** Whether there will be another. */
  async next(): Promise<boolean> {
    if (!this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
        this.#timer = setTimeout(resolve, tickMs)
      })
    }
    return !this.#ended
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
    this.#wake()
  }
}
