import { says } from '@mongowhy/core'
import type { Advice } from '@mongowhy/core'

import { firstPacketAgainMs, partsText } from '../kit/way.ts'
import type { WayParts } from '../kit/way.ts'

export interface Limit {
  readonly option: 'serverSelectionTimeoutMS' | 'connectTimeoutMS'
  readonly limitMs: number
  readonly tookMs: number
}

export interface Facts extends Limit {
  /** What stands in the string is no whole number; drivers take the digits at its beginning. */
  readonly misread: boolean
  readonly parts: WayParts
  /** `exceeded`: the way takes longer; the driver failed by it, or was not tried. `thin`: it is enough as long as nothing goes wrong; `thin-failed`: it was not, for the driver. */
  readonly how: 'exceeded' | 'exceeded-failed' | 'thin' | 'thin-failed'
  readonly leastMs: number
}

export function advise(facts: Facts): Advice {
  return facts.how === 'thin' ? thin(facts) : exceeded(facts)
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
  const failed = how === 'exceeded-failed' || how === 'thin-failed'
  const enough = how === 'thin-failed'
  return {
    title: misread
      ? says`${option} is read as ${limitMs} ms, and the way to the server takes ${Math.round(tookMs)} ms`
      : enough
        ? says`${option}=${limitMs} is too short: the driver gave up before it had an answer`
        : says`${option}=${limitMs} is shorter than the way to the server takes (${Math.round(tookMs)} ms)`,
    explanation: enough
      ? says`Our own connection had its answer within ${Math.round(tookMs)} ms, and the official driver, which has more to do in the same time, gave up. Measured from here: ${partsText(parts)}.`
      : says`The server answers, and later than the connection string allows. Measured from here: ${partsText(parts)}. A driver with that limit gives up before the answer comes${failed ? ', as the official driver did' : ''}.`,
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
