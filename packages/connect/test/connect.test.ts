import { inspect } from 'node:util'

import { afterEach, beforeAll, describe, expect, expectTypeOf, test } from 'vitest'

import { closedPort, serveMongo, serveReplicaSet } from '@mongowhy/fault-kit'
import type { MongoOptions, Served } from '@mongowhy/fault-kit'
import {
  ConfigurationError,
  connect,
  defineCollections,
  developmentTls,
  MongoWhyError,
  ReadOnlyFallbackError,
  type,
  UnknownCollectionError,
} from '@mongowhy/connect'
import type { ConnectEvent, ConnectOptions } from '@mongowhy/connect'

const canary = 'canary-7f3d9b51-do-not-print'
const user = { name: 'ada', password: canary }
const open: { stop(): Promise<void> }[] = []

// Loading the rules from source takes longer than anything that is tested here.
beforeAll(() => import('../src/diagnosis.ts'), 120_000)

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.stop()))
})

async function server(options: MongoOptions = { users: [user] }): Promise<Served & { readonly uri: string }> {
  const served = await serveMongo(options)
  open.push(served)
  return { ...served, uri: `mongodb://ada:${canary}@127.0.0.1:${served.port}/app?authSource=admin` }
}

async function failing(options: ConnectOptions): Promise<unknown> {
  try {
    const mongo = await connect(options)
    await mongo.close()
  } catch (error) {
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain(canary)
    expect(JSON.stringify(error)).not.toContain(canary)
    return error
  }
  throw new Error('it connected')
}

describe('the configuration', () => {
  test('says all that is wrong at once, before any socket', async () => {
    const error = await failing({
      env: { MONGODB_MAX_POOL_SIZE: 'many', MONGODB_TLS_CA_FILE: '/no/such/ca.pem' },
    })
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error).toMatchObject({
      code: 'uri-empty',
      variable: 'MONGODB_URI',
      errors: [
        { variable: 'MONGODB_URI' },
        { variable: 'MONGODB_MAX_POOL_SIZE' },
        { variable: 'MONGODB_TLS_CA_FILE' },
      ],
    })
  })

  test.each([
    ['both a string and a file', { MONGODB_URI: 'mongodb://h/a', MONGODB_URI_FILE: '/x' }, 'MONGODB_URI'],
    ['no database', { MONGODB_URI: 'mongodb://127.0.0.1:1/' }, 'MONGODB_DATABASE'],
    ['a broken string', { MONGODB_URI: `mongodb://ada:${canary}@x@127.0.0.1:1/app` }, 'MONGODB_URI'],
    ['relaxed TLS in the string', { MONGODB_URI: 'mongodb://h/a?tls=true&tlsInsecure=true' }, 'MONGODB_URI'],
    [
      'a broken fallback',
      { MONGODB_URI: 'mongodb://127.0.0.1:1/a', MONGODB_URI_FALLBACKS: 'mongo://h' },
      'MONGODB_URI_FALLBACKS',
    ],
  ])('refuses %s', async (_, env, variable) => {
    expect(await failing({ env })).toMatchObject({ name: 'ConfigurationError', variable })
  })

  test('lets relaxed TLS pass in development alone, for a while', async () => {
    const soon = new Date(Date.now() + 86_400_000)
    const env = { MONGODB_URI: 'mongodb://127.0.0.1:1/a?tls=true' }
    const tls = developmentTls({ reason: 'a lab', until: soon })
    expect(await failing({ env: { ...env, NODE_ENV: 'production' }, tls })).toMatchObject({
      variable: 'tls.developmentTls',
    })
    const over = developmentTls({ reason: 'a lab', until: '2020-01-01' })
    expect(await failing({ env: { ...env, NODE_ENV: 'test' }, tls: over })).toBeInstanceOf(ConfigurationError)
    const far = developmentTls({ reason: 'a lab', until: new Date(Date.now() + 200 * 86_400_000) })
    expect(await failing({ env: { ...env, NODE_ENV: 'test' }, tls: far })).toBeInstanceOf(ConfigurationError)
    expect(
      await failing({ env: { ...env, NODE_ENV: 'test' }, tls, timeoutMs: 900, retry: false, logger: silent }),
    ).toBeInstanceOf(MongoWhyError)
  })
})

const silent = { info: () => {}, warn: () => {}, error: () => {} }

describe('a server that works', () => {
  const collections = defineCollections({
    users: { schema: type<{ email: string }>(), indexes: [{ key: { email: 1 }, unique: true }] },
    webhooks: { name: 'webhook_subscriptions' },
  })

  test('is connected to, with the accessors that were defined', async () => {
    const { uri } = await server()
    const mongo = await connect({ collections, env: { MONGODB_URI: uri } })
    await mongo.collections.users.insertOne({ email: 'a@example.com' })
    const found = await mongo.collections.users.findOne({ email: 'a@example.com' })
    expectTypeOf(found).toMatchTypeOf<{ email: string } | null>()
    expect(mongo.collections.webhooks.collectionName).toBe('webhook_subscriptions')
    expect(() => Reflect.get(mongo.collections, 'webhoks')).toThrow(UnknownCollectionError)
    expect(() => Reflect.get(mongo.collections, 'webhoks')).toThrow(/Did you mean webhooks/)
    expect(Reflect.get(mongo.collections, 'then')).toBeUndefined()
    expect(await mongo.status()).toMatchObject({ status: 'pass', using: { index: 0, readOnly: false } })
    await mongo.close()
    await mongo.close()
  })

  test('is shared by those who ask for the same', async () => {
    const { uri } = await server()
    const one = await connect({ env: { MONGODB_URI: uri } })
    const two = await connect({ env: { MONGODB_URI: uri } })
    expect(two.client).toBe(one.client)
    await one.close()
    expect(await two.db.command({ ping: 1 })).toMatchObject({ ok: 1 })
    await two.close()
  })
})

describe('a server that cannot be used', () => {
  test('is told with its cause: a wrong password, at once', async () => {
    const { uri } = await server({ users: [{ ...user, password: 'another one' }] })
    const error = await failing({ env: { MONGODB_URI: uri } })
    expect(error).toMatchObject({ name: 'MongoWhyError', code: 'auth-rejected', certainty: 'certain' })
    expect(error).toHaveProperty('report.verdict.primary.code', 'auth-rejected')
    expect(error).toHaveProperty('cause.code', 18)
  })

  test('is tried again where that can help, within the bound', async () => {
    const { host, port, stop } = await closedPort()
    open.push({ stop })
    const events: ConnectEvent[] = []
    const began = performance.now()
    const error = await failing({
      env: { MONGODB_URI: `mongodb://${host}:${port}/app` },
      timeoutMs: 2_000,
      onEvent: (event) => events.push(event),
    })
    expect(error).toMatchObject({ code: 'tcp-refused' })
    expect(performance.now() - began).toBeLessThan(4_000)
  })
})

describe('a fallback', () => {
  test('is read-only, and never silent', async () => {
    const { host, port, stop } = await closedPort()
    open.push({ stop })
    const { uri } = await server()
    const events: ConnectEvent[] = []
    const mongo = await connect({
      env: { MONGODB_URI: `mongodb://${host}:${port}/app`, MONGODB_URI_FALLBACKS: uri },
      timeoutMs: 3_000,
      onEvent: (event) => events.push(event),
    })
    expect(events).toContainEqual({ type: 'fallback', index: 1, readOnly: true, code: 'tcp-refused' })
    expect(await mongo.status()).toMatchObject({
      status: 'warn',
      code: 'tcp-refused',
      using: { index: 1, fallback: true, readOnly: true },
    })
    expect(await mongo.db.collection('users').find({}).toArray()).toEqual([])
    await expect(mongo.db.collection('users').insertOne({})).rejects.toThrow(ReadOnlyFallbackError)
    await expect(mongo.db.command({ insert: 'users', documents: [{}] })).rejects.toThrow(
      ReadOnlyFallbackError,
    )
    expect(() => mongo.db.collection('users').aggregate([{ $out: 'x' }])).toThrow(ReadOnlyFallbackError)
    await mongo.close()
  })
})

describe('the status', () => {
  test('names the cause when the server is gone', async () => {
    const set = await serveReplicaSet({ users: [user], members: [{}] })
    const uri = `mongodb://ada:${canary}@127.0.0.1:${set.port}/app?authSource=admin&serverSelectionTimeoutMS=500`
    const mongo = await connect({ env: { MONGODB_URI: uri } })
    await set.stop()
    await expect
      .poll(async () => (await mongo.status()).code, { timeout: 10_000, interval: 300 })
      .toBe('tcp-refused')
    expect(await mongo.status()).toMatchObject({ status: 'fail', observedValue: null })
    await mongo.close()
  })
})

test('indexes are planned, and created where they are missing', async () => {
  const { uri } = await server({ users: [user], data: { 'app.users': [{ _id: 1 }] } })
  const collections = defineCollections({ users: { indexes: [{ key: { email: 1 }, unique: true }] } })
  const mongo = await connect({ collections, env: { MONGODB_URI: uri } })
  const missing = [{ kind: 'missing-index', collection: 'users', index: 'email_1' }]
  expect(await mongo.indexes.plan()).toEqual(missing)
  expect(await mongo.indexes.apply()).toEqual(missing)
  expect(await mongo.indexes.plan()).toEqual([])
  await mongo.db.collection('users').createIndex({ name: 1 })
  expect(await mongo.indexes.plan()).toEqual([{ kind: 'extra-index', collection: 'users', index: 'name_1' }])
  await mongo.close()
})
