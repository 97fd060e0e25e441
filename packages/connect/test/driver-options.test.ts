import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'

import { afterEach, describe, expect, test } from 'vitest'

import { authority, serveMongo, temporaryFile } from '@mongowhy/fault-kit'
import type { MongoOptions, MongoRequest } from '@mongowhy/fault-kit'
import { connect, MongoWhyError, ReadOnlyFallbackError } from '@mongowhy/connect'
import type { ConnectOptions, Mongo } from '@mongowhy/connect'

import { readOnlyDb } from '../src/fallbacks/read-only.ts'

const ends: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function connected(
  env: Readonly<Record<string, string>>,
  { query = '', server = {}, ...options }: ConnectOptions & { query?: string; server?: MongoOptions } = {},
): Promise<Mongo> {
  const served = await serveMongo(server)
  ends.push(() => served.stop())
  const mongo = await connect({
    ...options,
    env: { MONGODB_URI: `mongodb://127.0.0.1:${served.port}/app${query}`, ...env },
  })
  ends.push(() => mongo.close())
  return mongo
}

describe('MONGODB_TIMEOUT_MS', () => {
  test('bounds every operation by maxTimeMS, unless it has one of its own', async () => {
    const asked: MongoRequest[] = []
    const onCommand = (_: string, request: MongoRequest): undefined => void asked.push(request)
    const mongo = await connected({ MONGODB_TIMEOUT_MS: '4321' }, { server: { onCommand } })
    const things = mongo.db.collection<{ _id: number; n?: number }>('things')
    await things.insertOne({ _id: 1 })
    await things.findOne({ _id: 1 })
    await things.updateOne({ _id: 1 }, { $set: { n: 2 } })
    await things.bulkWrite([{ deleteOne: { filter: { _id: 1 } } }])
    await things.countDocuments()
    await mongo.db.command({ ping: 1 })
    await things.find({}, { maxTimeMS: 77 }).toArray()
    const bounds = asked
      .filter(({ name }) => ['insert', 'find', 'update', 'delete', 'aggregate'].includes(name))
      .map(({ document }) => document['maxTimeMS'])
    expect(bounds).toEqual([4321, 4321, 4321, 4321, 4321, 77])
    expect(asked.some(({ name, document }) => name === 'ping' && document['maxTimeMS'] === 4321)).toBe(true)
  })

  test('bounds the other waits too, where the user chose none', async () => {
    const mongo = await connected({ MONGODB_TIMEOUT_MS: '4321' }, { query: '?waitQueueTimeoutMS=99' })
    expect(mongo.client.options).toMatchObject({
      serverSelectionTimeoutMS: 4321,
      waitQueueTimeoutMS: 99,
      socketTimeoutMS: 5321,
    })
  })
})

test('what connecting took does not become a bound of what comes after it', async () => {
  const mongo = await connected({}, { timeoutMs: 5_000 })
  expect(mongo.client.options.serverSelectionTimeoutMS).toBe(30_000)
  const own = await connected({}, { query: '?serverSelectionTimeoutMS=1234' })
  expect(own.client.options.serverSelectionTimeoutMS).toBe(1234)
  const variable = await connected(
    {
      MONGODB_SERVER_SELECTION_TIMEOUT_MS: '2345',
      MONGODB_CONNECT_TIMEOUT_MS: '3456',
      MONGODB_MAX_POOL_SIZE: '7',
    },
    { driver: { maxPoolSize: 8 } },
  )
  expect(variable.client.options).toMatchObject({
    serverSelectionTimeoutMS: 2345,
    connectTimeoutMS: 3456,
    maxPoolSize: 8,
  })
})

test('NODE_TLS_REJECT_UNAUTHORIZED does not switch verification off', async () => {
  const served = await serveMongo({ tls: { issued: authority().issue({ addresses: ['127.0.0.1'] }) } })
  ends.push(() => served.stop())
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
  ends.push(() => Promise.resolve(delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']))
  const uri = `mongodb://127.0.0.1:${served.port}/app?tls=true`
  await expect(connect({ uri, env: {}, retry: false, timeoutMs: 3_000 })).rejects.toBeInstanceOf(
    MongoWhyError,
  )
}, 60_000)

test('files of mounted secrets are read, fallbacks among them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'secrets-'))
  ends.push(() => rm(folder, { recursive: true }))
  const served = await serveMongo()
  ends.push(() => served.stop())
  const [main, others] = [join(folder, 'uri'), join(folder, 'fallbacks')]
  await writeFile(main, `\uFEFFmongodb://127.0.0.1:${served.port}/app\r\n`)
  await writeFile(others, 'mongodb://127.0.0.1:1/app\nmongodb://127.0.0.1:2/app\n')
  const env = { MONGODB_URI_FILE: main, MONGODB_URI_FALLBACKS_FILE: others }
  const mongo = await connect({ env })
  await mongo.close()
  const both = { ...env, MONGODB_URI_FALLBACKS: 'mongodb://127.0.0.1:1/app' }
  await expect(connect({ env: both })).rejects.toMatchObject({ variable: 'MONGODB_URI_FALLBACKS' })
  const lacking = { ...env, MONGODB_URI_FALLBACKS_FILE: join(folder, 'nothing') }
  await expect(connect({ env: lacking })).rejects.toMatchObject({ variable: 'MONGODB_URI_FALLBACKS_FILE' })
})

describe('bad settings are told before any socket, with the place', () => {
  const base = { uri: 'mongodb://127.0.0.1:1/app', env: {} }
  test.each<[string, object, string]>([
    ['no text', { ...base, uri: 5 }, 'uri'],
    ['a fallback that is no text', { ...base, fallbacks: [null, 7] }, 'fallbacks[0]'],
    ['a time that no timer holds', { ...base, timeoutMs: 1e12 }, 'timeoutMs'],
    ['what the driver refuses', { ...base, driver: { maxPoolSize: 'many' } }, 'driver'],
    ['a number that is none', { ...base, env: { MONGODB_TIMEOUT_MS: '1e3' } }, 'MONGODB_TIMEOUT_MS'],
    ['a folder for a file', { ...base, env: { MONGODB_TLS_CA_FILE: tmpdir() } }, 'MONGODB_TLS_CA_FILE'],
    [
      'relaxed TLS for the driver',
      { ...base, driver: { rejectUnauthorized: false } },
      'driver.rejectUnauthorized',
    ],
    ['a database with a slash', { ...base, database: 'a/b' }, 'database'],
  ])(
    '%s',
    async (_, options, variable) => {
      await expect(connect(options as ConnectOptions)).rejects.toMatchObject({
        name: 'ConfigurationError',
        variable,
      })
    },
    60_000,
  )

  test('a file of certificates that holds none', async () => {
    const file = await temporaryFile('ca.pem', 'no certificate')
    ends.push(() => file.remove())
    const env = { MONGODB_TLS_CA_FILE: file.path, MONGODB_URI: 'mongodb://127.0.0.1:1/app?tls=true' }
    await expect(connect({ env })).rejects.toMatchObject({
      variable: 'MONGODB_TLS_CA_FILE',
      code: 'tls-ca-file-wrong',
    })
  }, 120_000)
})

test('a client that its user closed is not given to the next one', async () => {
  const mongo = await connected({})
  const { host, port } = mongo.client.options.hosts[0] ?? {}
  await mongo.client.close()
  const next = await connect({ env: { MONGODB_URI: `mongodb://${host}:${port}/app` } })
  ends.push(() => next.close())
  expect(await next.db.command({ ping: 1 })).toMatchObject({ ok: 1 })
})

test('clients are shared by options that say the same, and no password lies about', async () => {
  const password = 'canary-7f3d9b51-do-not-print'
  const served = await serveMongo({ users: [{ name: 'ada', password }] })
  ends.push(() => served.stop())
  const logger = { info: (): void => {}, warn: (): void => {}, error: (): void => {} }
  const of = (driver: NonNullable<ConnectOptions['driver']>): ConnectOptions => ({
    env: { MONGODB_URI: `mongodb://ada:${password}@127.0.0.1:${served.port}/app?authSource=admin` },
    driver,
    logger,
  })
  const one = await connect(of({ writeConcern: { w: 'majority' }, maxPoolSize: 3 }))
  const two = await connect(of({ maxPoolSize: 3, writeConcern: { w: 'majority' } }))
  const three = await connect(of({ maxPoolSize: 4 }))
  ends.push(
    () => one.close(),
    () => two.close(),
    () => three.close(),
  )
  expect(two.client).toBe(one.client)
  expect(three.client).not.toBe(one.client)
  const shared: unknown = Reflect.get(globalThis, Symbol.for('mongowhy.connect.clients'))
  expect([...(shared as Map<string, unknown>).keys()].join()).not.toContain(password)
  expect(inspect(globalThis, { depth: 1 })).not.toContain(password)
})

test('a read-only database guards what leads to writes by a detour', async () => {
  const mongo = await connected({})
  const db = readOnlyDb(mongo.db)
  await mongo.db.collection('things').insertOne({ name: 'ada' })
  const [things] = await db.collections()
  await expect(things?.insertOne({})).rejects.toThrow(ReadOnlyFallbackError)
  await expect(db.admin().command({ dropAllUsersFromDatabase: 1 })).rejects.toThrow(ReadOnlyFallbackError)
  expect(await db.admin().ping()).toMatchObject({ ok: 1 })
  expect(() => db.runCursorCommand({ insert: 'things' })).toThrow(ReadOnlyFallbackError)
  expect(() => db.collection('things').initializeOrderedBulkOp()).toThrow(ReadOnlyFallbackError)
  await expect(db.dropDatabase()).rejects.toThrow(ReadOnlyFallbackError)
  expect(await db.collection('things').countDocuments()).toBe(1)
})
