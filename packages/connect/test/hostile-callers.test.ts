import { connect, defineCollections, developmentTls } from '@mongowhy/connect'
import type { ConnectOptions } from '@mongowhy/connect'
import { serveMongo } from '@mongowhy/fault-kit'
import { describe, expect, onTestFinished, test } from 'vitest'

const uri = 'mongodb://127.0.0.1:1/app'
const cycle: Record<string, unknown> = {}
cycle['self'] = cycle

/** What a caller without types, or with settings from a file, may pass; and what the error names. */
const passed: readonly (readonly [variable: string, options: object])[] = [
  ['database', { database: 7 }],
  ['database', { database: null }],
  ['timeoutMs', { timeoutMs: '5' }],
  ['MONGODB_DATABASE', { env: { MONGODB_DATABASE: { name: 'app' } } }],
  ['MONGODB_MAX_POOL_SIZE', { env: { MONGODB_MAX_POOL_SIZE: -1 } }],
  ['driver', { driver: { nonsense: cycle } }],
  ['onEvent', { onEvent: 7 }],
  ['logger', { logger: 7 }],
  ['logger', { logger: { info: () => {} } }],
  ['collections', { collections: ['users'] }],
  ['collections.users', { collections: { users: null } }],
  ['collections.users.name', { collections: { users: { name: 7 } } }],
  ['collections.users.name', { collections: { users: { name: 'a..b' } } }],
  ['collections.users.name', { collections: { users: { name: 'x'.repeat(256) } } }],
  ['collections.\\u001b[31m', { collections: { '\u001b[31m': 7 } }],
  ['collections.users.indexes', { collections: { users: { indexes: [{}] } } }],
  ['collections.users.indexes', { collections: { users: { indexes: cycle } } }],
  ['tls.developmentTls', { tls: developmentTls({ until: '2099-01-01' } as never) }],
]

/** Ways to switch verification off that are no boolean under the documented name. */
const relaxing: readonly object[] = [
  { tlsallowinvalidcertificates: true },
  { TLSINSECURE: true },
  { tlsInsecure: 'true' },
  { tlsAllowInvalidHostnames: 'true' },
  { REJECTUNAUTHORIZED: false },
  { CheckServerIdentity: () => undefined },
]

describe('what types would have kept right', () => {
  test.for(passed)('%s is named, and nothing is opened', async ([variable, options]) => {
    const given: ConnectOptions = { uri, env: {}, timeoutMs: 2_000, ...options }
    const error: unknown = await connect(given).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'ConfigurationError', variable })
    expect(String(error)).not.toContain('\u001b')
  })

  test.for(relaxing)('%o relaxes nothing', async (driver) => {
    const over = `${uri}?tls=true`
    await expect(connect({ uri: over, env: {}, driver, timeoutMs: 2_000 })).rejects.toMatchObject({
      name: 'ConfigurationError',
      code: 'uri-option-value',
      variable: `driver.${Object.keys(driver)[0]}`,
    })
  })

  test('a connection string of a megabyte is refused', async () => {
    const hosts = Array.from({ length: 60_000 }, (_, at) => `h${at}.example`).join(',')
    await expect(connect({ env: { MONGODB_URI: `mongodb://${hosts}/app` } })).rejects.toMatchObject({
      name: 'ConfigurationError',
      variable: 'MONGODB_URI',
    })
  })
})

test('what a listener or a logger throws ends nothing', async () => {
  const served = await serveMongo()
  onTestFinished(() => served.stop())
  const mine = 'cannot post mongodb://ada:canary-31c7@db.example/app'
  const thrown = (): never => {
    throw new Error(mine)
  }
  const rejected: () => unknown = () => Promise.reject(new Error(mine))
  const warnings: string[] = []
  const warned = ({ message }: Error): void => void warnings.push(message)
  process.on('warning', warned)
  onTestFinished(() => void process.off('warning', warned))
  const unhandled: unknown[] = []
  const hear = (reason: unknown): void => void unhandled.push(reason)
  process.on('unhandledRejection', hear)
  onTestFinished(() => void process.off('unhandledRejection', hear))
  const mongo = await connect({
    uri: `mongodb://127.0.0.1:${served.port}/app`,
    env: {},
    collections: defineCollections({ users: {} }),
    onEvent: rejected,
    logger: { info: thrown, warn: thrown, error: thrown },
  })
  await expect(mongo.db.command({ nonsense: 1 })).rejects.toThrow(/no such command|nonsense/)
  expect((await mongo.status()).status).toBe('pass')
  expect(() => (mongo.collections as unknown as Record<string, unknown>)['\u001b[31musr']).toThrow(
    /"\\u001b\[31musr"/,
  )
  await mongo.close()
  expect(unhandled).toEqual([])
  await expect.poll(() => warnings.join(' ')).toMatch(/onEvent .* threw \(Error: cannot post mongodb:/)
  expect(warnings.join(' ')).not.toContain('canary')
})

test('a client that the application closed itself is not opened again, and the status says so', async () => {
  const served = await serveMongo()
  onTestFinished(() => served.stop())
  const mongo = await connect({ uri: `mongodb://127.0.0.1:${served.port}/app`, env: {} })
  await mongo.client.close()
  expect(await mongo.status()).toMatchObject({ status: 'fail', code: 'client-not-connected' })
  await mongo.close()
})
