import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause, Citation, EffectiveOptions, Evidence } from '@mongowhy/core'

import { effective, uriOf } from '../kit/deployment.ts'
import { takesWrites, usableAnswers } from '../kit/reach.ts'
import { citeWay, fastestWay, firstPacketAgainMs, isFar, leastLimit, wholeMs } from '../kit/way.ts'
import type { WayParts } from '../kit/way.ts'
import { advise } from './words.ts'
import type { Facts, Limit } from './words.ts'

export const cause: Cause = defineCause<Facts>({
  code: 'topology-timeout-too-small',
  title: 'A time limit is shorter than the way takes',
  scope: 'target',
  infer: (evidence) => {
    const options = effective(evidence)
    if (options === undefined) return unknown()
    const fastest = fastestWay(evidence)
    if (fastest === undefined) return unknown()
    const { parts } = fastest
    const said = citeWay(fastest)
    const far = isFar(evidence)
    const least = (tookMs: number): number => leastLimit(tookMs, far, firstPacketAgainMs)
    const limits = limitsOf(parts, options)
    const exceeded = limits.find(({ limitMs, tookMs }) => tookMs > limitMs)
    if (exceeded === undefined) {
      const thin = limits.find(({ limitMs, tookMs }) => least(tookMs) > limitMs)
      if (thin === undefined) return absent(said)
      const gaveUp = thin.option === 'serverSelectionTimeoutMS' ? selectionGivenUp(evidence) : null
      return {
        is: 'present',
        certainty: 'likely',
        bearing: gaveUp === null ? 'advisory' : 'fault',
        facts: {
          ...thin,
          misread: isMisread(evidence, thin.option),
          parts,
          how: gaveUp === null ? 'thin' : 'thin-failed',
          leastMs: least(thin.tookMs),
        },
        because: gaveUp === null ? [said] : [said, gaveUp],
      }
    }
    const driver = firstSeen(evidence, 'driver.connect')
    const failed = driver?.saw.outcome.is === 'failed'
    return {
      is: 'present',
      // One measure of ours is not the driver's own; that it failed as well makes two.
      certainty: failed ? 'certain' : 'likely',
      bearing: 'fault',
      facts: {
        ...exceeded,
        misread: isMisread(evidence, exceeded.option),
        parts,
        how: failed ? 'exceeded-failed' : 'exceeded',
        leastMs: least(exceeded.tookMs),
      },
      because: [said, ...(failed ? [cite(driver, says`the driver gave up`)] : [])],
    }
  },
  advise,
})

/** The driver ended its search for a server although one that it would have chosen answered us; null where it did not. */
function selectionGivenUp(evidence: Evidence): Citation | null {
  const driver = firstSeen(evidence, 'driver.connect')
  const outcome = driver?.saw.outcome
  if (driver === undefined || outcome?.is !== 'failed' || outcome.phase !== 'selection') return null
  const wanted = effective(evidence)?.replicaSet ?? null
  const there = usableAnswers(evidence).some(
    (answer) => takesWrites(answer) && (wanted === null || answer.hello.setName === wanted),
  )
  return there ? cite(driver, says`the driver gave up its search for a server`) : null
}

function isMisread(evidence: Evidence, option: Limit['option']): boolean {
  return (
    uriOf(evidence)?.faults.some(
      (fault) =>
        fault.kind === 'option-value' &&
        fault.takenAs !== undefined &&
        fault.name.toLowerCase() === option.toLowerCase(),
    ) === true
  )
}

function limitsOf(
  parts: WayParts,
  { serverSelectionTimeoutMS, connectTimeoutMS }: EffectiveOptions,
): readonly Limit[] {
  // The driver bounds opening a connection and waiting for its first answer each by itself.
  const longest = Math.max(parts.tcp + parts.tls, parts.hello)
  const limits: readonly Limit[] = [
    { option: 'serverSelectionTimeoutMS', limitMs: serverSelectionTimeoutMS, tookMs: wholeMs(parts) },
    { option: 'connectTimeoutMS', limitMs: connectTimeoutMS, tookMs: longest },
  ]
  return limits.filter(({ limitMs }) => limitMs > 0)
}
