import type { Look, Report, Stage } from '@mongowhy/core'

import { lookState, stageOfProbe } from '../looks/state.ts'
import type { LookState } from '../looks/state.ts'

/** One look as a bar. Milliseconds since the diagnosis began. */
export interface Bar {
  readonly stage: Stage
  readonly from: number
  readonly to: number
  readonly state: LookState
  readonly what: string
}

/** Looks at one place, that lie beside or behind each other. */
export interface Lane {
  readonly name: string
  readonly bars: readonly Bar[]
}

export interface Timings {
  readonly totalMs: number
  readonly lanes: readonly Lane[]
  readonly leftOut: number
}

const mostLanes = 12
const local = 'this machine'
const names = 'name resolution'
const driver = 'the driver'

/** Where the time went, place by place, in the order in which they were first looked at. */
export function timingsOf(report: Report): Timings {
  const lanes = new Map<string, Bar[]>()
  for (const look of report.evidence.looks) {
    // Nothing waits for the other runtimes of the machine, and experiments have a table of their own.
    if (look.status === 'skipped' || look.ask.trial !== undefined || look.ask.probe === 'env.runtimes')
      continue
    const name = laneOf(look)
    const bar: Bar = {
      stage: stageOfProbe(look.ask.probe),
      from: look.startedAt,
      to: look.startedAt + look.tookMs,
      state: lookState(look),
      what: look.id,
    }
    lanes.set(name, [...(lanes.get(name) ?? []), bar])
  }
  const all = [...lanes].map(([name, bars]) => ({ name, bars }))
  const bars = all.flatMap((lane) => lane.bars)
  return {
    totalMs: Math.max(report.timing.totalMs, ...bars.map(({ to }) => to), 1),
    lanes: all.slice(0, mostLanes),
    leftOut: Math.max(0, all.length - mostLanes),
  }
}

function laneOf(look: Look): string {
  const { probe, endpoint } = look.ask
  if (probe.startsWith('dns.')) return names
  if (endpoint !== null) return endpoint
  return probe.startsWith('uri.') || probe.startsWith('env.') ? local : driver
}
