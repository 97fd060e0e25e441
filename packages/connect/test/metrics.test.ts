import { afterEach, describe, expect, test } from 'vitest'
import { AggregationTemporality, InMemoryMetricExporter, MeterProvider } from '@opentelemetry/sdk-metrics'
import { PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'

import { serveMongo } from '@mongowhy/fault-kit'
import { connect, observe, prometheusText } from '@mongowhy/connect'
import type { ConnectEvent, ConnectOptions, Mongo } from '@mongowhy/connect'

const ends: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function connected(options: ConnectOptions = {}): Promise<Mongo> {
  const served = await serveMongo({
    onCommand: (name) =>
      name === 'aggregate'
        ? new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 150))
        : undefined,
  })
  ends.push(() => served.stop())
  const mongo = await connect({ env: { MONGODB_URI: `mongodb://127.0.0.1:${served.port}/app` }, ...options })
  ends.push(() => mongo.close())
  return mongo
}

test('connections are counted from the first on', async () => {
  const mongo = await connected({ onEvent: () => {} })
  await mongo.db.collection('users').insertOne({ name: 'ada' })
  await mongo.db.command({ nonsense: 1 }).catch(() => {})
  const { connections, commands, checkOuts } = mongo.metrics()
  expect(connections.open).toBeGreaterThan(0)
  expect(connections).toMatchObject({ inUse: 0, waiting: 0, closed: 0, created: connections.open })
  expect(commands).toMatchObject({ succeeded: expect.any(Number), failed: 1 })
  expect(checkOuts.failed).toBe(0)
})

test('in the text of Prometheus each line is one that its parser takes', async () => {
  const mongo = await connected()
  const lines = prometheusText(mongo.metrics()).trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(20)
  for (const line of lines) {
    expect(line).toMatch(/^(# HELP [a-z_]+ [^\\]+|# TYPE [a-z_]+ (gauge|counter)|[a-z_]+ \d+(\.\d+)?)$/)
  }
  expect(prometheusText(mongo.metrics())).toMatch(/^mongodb_connections_open [1-9]/m)
})

test('OpenTelemetry’s own reader is told the same', async () => {
  const mongo = await connected()
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 60_000 })
  const provider = new MeterProvider({ readers: [reader] })
  ends.push(() => provider.shutdown())
  observe(mongo, provider.getMeter('test'))
  await reader.forceFlush()
  const names = exporter
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics))
    .map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints[0]?.value])
  expect(Object.fromEntries(names)).toMatchObject({
    'db.client.connection.count': expect.any(Number),
    'db.client.connection.pending_requests': 0,
    'db.client.connection.timeouts': 0,
    'mongodb.heartbeats.failed': 0,
  })
})

describe('slow and failing commands', () => {
  test('are told by name and time, and never by value', async () => {
    const events: ConnectEvent[] = []
    const lines: unknown[] = []
    const log = (fields: object, message: string): void => void lines.push([fields, message])
    const mongo = await connected({
      onEvent: (event) => events.push(event),
      logger: { info: log, warn: log, error: log },
    })
    const users = mongo.db.collection('users')
    await users.aggregate([{ $match: { name: 'canary-value' } }]).toArray()
    await mongo.db.command({ nonsense: 'canary-value' }).catch(() => {})
    expect(events).toContainEqual({
      type: 'slow-command',
      command: 'aggregate',
      tookMs: expect.any(Number),
      code: null,
    })
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'failed-command', command: 'nonsense', code: 59 }),
    )
    expect(JSON.stringify([events, lines])).not.toContain('canary-value')
    expect(JSON.stringify(lines)).toContain('aggregate')
  })
})

test('handles that share a client neither pile listeners up nor count twice', async () => {
  const warnings: Error[] = []
  const keep = (warning: Error): void => void warnings.push(warning)
  process.on('warning', keep)
  ends.push(() => Promise.resolve(process.off('warning', keep)))
  const mongo = await connected()
  const { host, port } = mongo.client.options.hosts[0] ?? {}
  const more = await Promise.all(
    Array.from({ length: 25 }, () => connect({ env: { MONGODB_URI: `mongodb://${host}:${port}/app` } })),
  )
  expect(new Set(more.map(({ client }) => client))).toEqual(new Set([mongo.client]))
  const before = mongo.metrics().checkOuts.done
  await mongo.db.command({ ping: 1 })
  expect(mongo.metrics().checkOuts.done).toBe(before + 1)
  await Promise.all(more.map((each) => each.close()))
  expect(await mongo.db.command({ ping: 1 })).toMatchObject({ ok: 1 })
  expect(warnings.filter(({ name }) => name === 'MaxListenersExceededWarning')).toEqual([])
})
