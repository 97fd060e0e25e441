import { Secret, defaultOptions } from '@mongowhy/core'
import type { Report } from '@mongowhy/core'
import { faults } from '@mongowhy/causes/faults'
import type { StartedFault } from '@mongowhy/causes/faults'
import { diagnose } from '@mongowhy/diagnose'
import { relay } from '@mongowhy/fault-kit'

import type { Bench } from './lib/entry.ts'
import { median, ms } from './lib/figures.ts'
import { ofThisProcess } from './lib/of-this-process.ts'
import { table } from './lib/table.ts'

const delayMs = 20
const stageTimeoutMs = 5_000
const goalMs = 2_000

interface Row {
  readonly code: string
  readonly named: string
  readonly tookMs: number
  readonly connections: number
}

/** How long the experiments of each lab fault take where every member is 40 ms away; those beside a silence are apart. */
export const experiments: Bench = {
  name: 'experiments',
  title: 'Experiments of a fault, 40 ms round trip',
  async run(progress) {
    const rows: Row[] = []
    let moved = 0
    for (const fault of faults) {
      if (fault.code === ofThisProcess || ((await fault.unavailable?.()) ?? null) !== null) continue
      progress(fault.code)
      const report = await farAway(await fault.start())
      if (report === null) continue
      moved += 1
      const row = rowOf(fault.code, report)
      if (row !== null) rows.push(row)
    }
    const longest = rows.toSorted((a, b) => b.tookMs - a.tookMs)
    return [
      table(
        ['fault', 'named', 'experiments', 'connections'],
        longest.map(({ code, named, tookMs, connections }) => [code, named, ms(tookMs), String(connections)]),
      ),
      '',
      table(
        ['figure', 'value'],
        [
          ['faults that can be moved away, and of them with experiments', `${moved}, ${rows.length}`],
          ['experiments, median', ms(median(rows.map(({ tookMs }) => tookMs)))],
          ['experiments, longest', ms(longest[0]?.tookMs ?? 0)],
          ['longer than 2 s', String(rows.filter(({ tookMs }) => tookMs > goalMs).length)],
        ],
      ),
    ].join('\n')
  },
}

/** Diagnosed with a relay before the only port that its connection string names; null where there is no such port. */
async function farAway(started: StartedFault): Promise<Report | null> {
  try {
    const place = /^mongodb:\/\/(?:[^@/]*@)?(127\.0\.0\.1|localhost):(\d+)(?=[/?]|$)/.exec(started.uri)
    const [, host, port] = place ?? []
    if (host === undefined || port === undefined || Number(port) > 65_535) return null
    const far = await relay({ to: { host: '127.0.0.1', port: Number(port) }, delayMs })
    try {
      const uri = started.uri.replace(`${host}:${port}`, `${host}:${far.port}`)
      const target = { uri: new Secret(uri), source: 'argument' }
      return await diagnose(target, { ...defaultOptions, stageTimeoutMs, ...started.options })
    } finally {
      await far.stop()
    }
  } finally {
    await started.stop()
  }
}

/** null where there were no experiments, or where they only filled the time of a silence. */
function rowOf(code: string, { evidence: { looks }, verdict }: Report): Row | null {
  const trials = looks.filter(({ ask }) => ask.trial !== undefined && ask.probe !== 'driver.try')
  const [first] = trials
  if (first === undefined) return null
  const began = Math.min(...trials.map(({ startedAt }) => startedAt))
  const ended = Math.max(
    ...trials.map((look) => look.startedAt + (look.status === 'skipped' ? 0 : look.tookMs)),
  )
  const silent = looks.some(
    (look) =>
      look.ask.trial === undefined &&
      look.ask.probe !== 'env.runtimes' &&
      look.status === 'seen' &&
      look.startedAt < began &&
      look.startedAt + look.tookMs >= stageTimeoutMs,
  )
  if (silent) return null
  const places = new Set(trials.map(({ ask }) => ask.endpoint ?? ''))
  return {
    code,
    named: verdict.primary?.code === code ? 'it' : (verdict.primary?.code ?? verdict.outcome),
    tookMs: ended - began,
    connections: Math.max(
      ...[...places].map((at) => trials.filter(({ ask }) => (ask.endpoint ?? '') === at).length),
    ),
  }
}
