import { afterEach, describe, expect, test } from 'vitest'

import { defaultOptions, looksOf, seenBy, Secret } from '@mongowhy/core'
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
  // The very same facts, not equal ones.
  const machines = new Set(
    reports.flatMap(({ evidence }) => seenBy(evidence, 'env.host').map(({ saw }) => saw.interfaces)),
  )
  expect(machines.size).toBe(1)
})

test('what depends on the target is looked at for each', async () => {
  const mongo = await serveMongo()
  served.push(mongo)
  const files = ['one', 'other'].map((name) => `/nowhere/${name}.pem`)
  const reports = await run(
    files.map((file) =>
      target(`mongodb://127.0.0.1:${mongo.port}/?tlsCAFile=${encodeURIComponent(file)}`, file),
    ),
    new AbortController().signal,
    2,
  )
  for (const { evidence, target: of } of reports) {
    const [host] = seenBy(evidence, 'env.host')
    const named = host?.saw.caSources.find(({ source }) => source === 'tlsCAFile')
    expect(`targets:${named?.path}`).toBe(of.source)
  }
})

describe('the driver', () => {
  const driverOf = async (query: string, serving: Parameters<typeof serveMongo>[0] = {}): Promise<Report> => {
    const mongo = await serveMongo(serving)
    served.push(mongo)
    const uri = `mongodb://127.0.0.1:${mongo.port}/app?${query}`
    const [report] = await run([target(uri, 'one')], new AbortController().signal, 1)
    if (report === undefined) throw new Error('no report')
    return report
  }

  test('is not needed where nobody logs in and a read was answered', async () => {
    const { verdict, evidence } = await driverOf('retryWrites=true')
    expect(verdict).toMatchObject({ outcome: 'healthy', primary: null })
    expect(looksOf(evidence, 'driver.connect')).toMatchObject([{ status: 'skipped', reason: 'not-needed' }])
    expect(seenBy(evidence, 'ops.run')).toMatchObject([
      { saw: { operation: 'read', namespace: 'app.mongowhy_probe' } },
    ])
  })

  test('has its word where the read was refused: the verdict is that of one target alone', async () => {
    const { verdict, evidence } = await driverOf('', {
      requireAuth: true,
      users: [{ name: 'app', password: 'x' }],
    })
    expect(verdict.primary?.code).toBe('auth-not-provided')
    expect(looksOf(evidence, 'driver.connect')).toMatchObject([{ status: 'seen' }])
  })

  test.each(['serverSelectionTimeoutMS=5000', 'compressors=zlib', 'readPreference=secondary', 'appName=x'])(
    'has its word on %s',
    async (query) => {
      const { evidence } = await driverOf(query)
      expect(looksOf(evidence, 'driver.connect')).toMatchObject([{ status: 'seen' }])
    },
  )

  test('has its word where a rule found something', async () => {
    const { verdict, evidence } = await driverOf('replicaSet=other', { setName: 'rs0' })
    expect(verdict.primary?.code).toBe('topology-set-name')
    expect(looksOf(evidence, 'ops.run').every(({ ask }) => ask.endpoint === null)).toBe(true)
  })
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
