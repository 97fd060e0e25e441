import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Advice, Cause, EffectiveOptions, Evidence } from '@mongowhy/core'

import { effective, uriOf } from '../kit/deployment.ts'
import { citeWay, fastestWay, firstPacketAgainMs, isFar, leastLimit, partsText, wholeMs } from '../kit/way.ts'
import type { WayParts } from '../kit/way.ts'

interface Limit {
  readonly option: 'serverSelectionTimeoutMS' | 'connectTimeoutMS'
  readonly limitMs: number
  readonly tookMs: number
}

interface Facts extends Limit {
  /** What stands in the string is no whole number; drivers take the digits at its beginning. */
  readonly misread: boolean
  readonly parts: WayParts
  /** `exceeded`: the way takes longer; the driver failed by it, or was not tried. `thin`: it is enough as long as nothing goes wrong. */
  readonly how: 'exceeded' | 'exceeded-failed' | 'thin'
  readonly leastMs: number
}

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
      return {
        is: 'present',
        certainty: 'likely',
        bearing: 'advisory',
        facts: {
          ...thin,
          misread: isMisread(evidence, thin.option),
          parts,
          how: 'thin',
          leastMs: least(thin.tookMs),
        },
        because: [said],
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
  advise: (facts) => (facts.how === 'thin' ? thin(facts) : exceeded(facts)),
})

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

function thin({ option, limitMs, tookMs, parts, leastMs }: Facts): Advice {
  return {
    title: says`${option}=${limitMs} leaves little room: the way took ${Math.round(tookMs)} ms`,
    explanation: says`It was enough this time, with ${Math.round(limitMs - tookMs)} ms to spare. Measured from here: ${partsText(parts)}. One lost packet (TCP waits ${firstPacketAgainMs} ms before it knocks again) or a slow moment uses that up, and the application then reports an outage that is none.`,
    steps: [
      says`Set ${option} to ${leastMs} at the least for this path; the default of the driver (30000) also leaves room for an election.`,
    ],
    confirm: says`Measure again at a busy hour: mongowhy --repeat 20 shows how far the times spread.`,
  }
}

function exceeded({ option, limitMs, tookMs, parts, how, leastMs, misread }: Facts): Advice {
  const failed = how === 'exceeded-failed'
  return {
    title: misread
      ? says`${option} is read as ${limitMs} ms, and the way to the server takes ${Math.round(tookMs)} ms`
      : says`${option}=${limitMs} is shorter than the way to the server takes (${Math.round(tookMs)} ms)`,
    explanation: says`The server answers, and later than the connection string allows. Measured from here: ${partsText(parts)}. A driver with that limit gives up before the answer comes${failed ? ', as the official driver did' : ''}.`,
    steps: [
      ...(misread
        ? [
            says`Write ${option} as a whole number of milliseconds, without a unit: 5 s is 5000. The Node driver takes the digits at the beginning and drops the rest.`,
          ]
        : []),
      says`Raise ${option} to five times the measured ${Math.round(tookMs)} ms or more, at least ${leastMs}; the defaults (30000 for the selection of a server, 10000 to 30000 for a connection) leave room for an election and a slow start.`,
      ...(parts.name > (parts.tcp + parts.tls + parts.hello) / 2
        ? [
            says`Most of the time goes into name resolution: look at the resolvers, and at search domains that are tried first.`,
          ]
        : []),
      says`If the server is far away: run the application in its region, or use a member near it.`,
      says`If it is near: find out what is slow, the server under load or a proxy on the way.`,
    ],
    ...(failed
      ? {}
      : {
          confirm: says`The same connection string with ${option}=30000: if that connects, it is the limit.`,
        }),
  }
}
