import { afterEach, expect, test } from 'vitest'

import { defaultOptions, seenBy, Secret } from '@mongowhy/core'
import type { Report, Target } from '@mongowhy/core'
import { diagnoseFleet } from '@mongowhy/diagnose'
import { closedPort, serveMongo } from '@mongowhy/fault-kit'
import type { Served } from '@mongowhy/fault-kit'

const served: Served[] = []

afterEach(async () => {
  await Promise.all(served.splice(0).map((each) => each.stop()))
})

const target = (uri: string, name: string): Target => ({ uri: new Secret(uri), source: `targets:${name}` })

async function run(
  targets: readonly Target[],
  signal: AbortSignal,
  most: number,
): Promise<readonly Report[]> {
  const reports: Report[] = []
  await diagnoseFleet(targets, defaultOptions, {
    concurrency: most,
    signal,
    onReport: (report) => {
      reports.push(report)
      return Promise.resolve()
    },
  })
  return reports
}

test('every target has its own verdict, and the machine is looked at once', async () => {
  const mongo = await serveMongo()
  const closed = await closedPort()
  served.push(mongo, closed)
  const targets = [
    ...Array.from({ length: 6 }, (_, at) =>
      target(`mongodb://127.0.0.1:${mongo.port}/db${at}`, `good ${at}`),
    ),
    target(`mongodb://127.0.0.1:${closed.port}/`, 'closed'),
    target('mongo://h', 'scheme'),
  ]
  const reports = await run(targets, new AbortController().signal, 3)
  const verdicts = Object.fromEntries(
    reports.map(({ target: { source }, verdict }) => [source, verdict.primary?.code ?? verdict.outcome]),
  )
  expect(Object.keys(verdicts)).toHaveLength(8)
  expect(verdicts).toMatchObject({
    'targets:good 0': 'healthy',
    'targets:good 5': 'healthy',
    'targets:closed': 'tcp-refused',
    'targets:scheme': 'uri-scheme',
  })
  const machines = new Set(
    reports.flatMap(({ evidence }) => seenBy(evidence, 'env.host').map(({ saw }) => saw.clock.now)),
  )
  expect(machines.size).toBe(1)
})

test('an interrupt ends what runs, and begins nothing more', async () => {
  const stop = new AbortController()
  const mongo = await serveMongo({ delayMs: 50 })
  served.push(mongo)
  const targets = Array.from({ length: 50 }, (_, at) =>
    target(`mongodb://127.0.0.1:${mongo.port}/db${at}`, `${at}`),
  )
  setTimeout(() => stop.abort(new DOMException('interrupted', 'AbortError')), 100)
  const reports = await run(targets, stop.signal, 4)
  expect(reports.length).toBeLessThan(50)
  expect(reports.every(({ interrupted }) => interrupted)).toBe(true)
})
