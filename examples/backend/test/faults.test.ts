import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { Secret } from '@mongowhy/core'
import {
  acceptAndClose,
  answerAfter,
  authority,
  relayTo,
  serveMongo,
  serveTcp,
  serveTls,
  temporaryFile,
} from '@mongowhy/fault-kit'
import type { Served } from '@mongowhy/fault-kit'
import { needsFerretDb, needsJavaServer, openWay, startFerretDb, startJavaServer } from '@mongowhy/foreign'
import type { Tool, Way } from '@mongowhy/foreign'
import { checklist, readChecklist } from '@mongowhy/operate'
import type { ChecklistDocument } from '@mongowhy/operate'
import { connect } from 'mongowhy/connect'
import type { Mongo } from 'mongowhy/connect'

import { build } from '../src/app.ts'
import { collections } from '../src/collections.ts'
import type { Collections } from '../src/collections.ts'

const password = 'first password'
const patience = { timeout: 40_000, interval: 250 }
const bound = { timeout: 120_000 }
const day = 86_400_000
const quiet = { info: (): void => {}, warn: (): void => {}, error: (): void => {} }

interface Running {
  readonly app: Awaited<ReturnType<typeof build>>
  readonly baseUrl: string
  readonly mongo: Mongo<Collections>
  readonly uri: string
  readonly way: Way
  /** The server behind TLS, as it should be. */
  readonly right: Served
  readonly ferret: Served
}

const stops: (() => Promise<unknown>)[] = []
const missing = needsFerretDb.missing
let running: Running | null = null

const root = authority()
const issued = { addresses: ['127.0.0.1'] }
const right = root.issue(issued)

function started(): Running {
  if (running === null) throw new Error('the application is not running')
  return running
}

async function kept<Kept extends { stop(): Promise<void> }>(starting: Promise<Kept>): Promise<Kept> {
  const made = await starting
  stops.push(() => made.stop())
  return made
}

beforeAll(async () => {
  if (missing !== null) return
  // The rules are many modules; loading them from source takes longer than any diagnosis.
  await import('@mongowhy/diagnose')
  const ferret = await kept(startFerretDb({ user: { name: 'ada', password } }))
  const front = await kept(serveTls({ issued: right, inner: relayTo(ferret) }))
  const way = await kept(openWay(front))
  const ca = await temporaryFile('ca.pem', root.certificatePem)
  stops.push(() => ca.remove())
  const uri = `mongodb://ada:${encodeURIComponent(password)}@127.0.0.1:${way.port}/example?authSource=admin&tls=true&tlsCAFile=${encodeURIComponent(ca.path)}`
  const mongo = await connect({
    collections,
    uri,
    env: {},
    logger: quiet,
    driver: {
      heartbeatFrequencyMS: 500,
      minHeartbeatFrequencyMS: 500,
      connectTimeoutMS: 1_500,
      serverSelectionTimeoutMS: 2_000,
      socketTimeoutMS: 3_000,
      maxPoolSize: 4,
    },
  })
  stops.push(() => mongo.close())
  await mongo.indexes.apply()
  const app = await build(mongo)
  stops.push(() => app.close())
  const baseUrl = await app.listen({ port: 0, host: '127.0.0.1' })
  running = { app, baseUrl, mongo, uri, way, right: front, ferret }
}, bound.timeout)

afterAll(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function check(only: readonly ('connection' | 'status-endpoint')[] = []): Promise<ChecklistDocument> {
  const { uri, baseUrl } = started()
  const account = { email: '{random}@example.com', password: '{random}' }
  return checklist({
    target: { uri: new Secret(uri), source: 'MONGODB_URI' },
    only,
    signal: AbortSignal.timeout(60_000),
    onItem: () => {},
    config: readChecklist({
      collections: ['users', 'sessions', 'webhook_subscriptions'],
      scratch: 'example.mongowhy_scratch',
      source: new URL('../src', import.meta.url).pathname,
      app: {
        baseUrl,
        signUp: { path: '/auth/sign-up', body: account },
        login: { path: '/auth/login', body: account },
        token: '/token',
        protected: { path: '/webhooks' },
        status: { path: '/status' },
        cleanUp: { path: '/account' },
      },
    }),
  })
}

/** What the status endpoint says: the code of what is wrong, or `pass`. */
async function said(): Promise<string> {
  const { app } = started()
  const { status, checks } = (await app.inject({ url: '/status' })).json<{
    status: string
    checks: { 'mongodb:connection': [{ output?: string }] }
  }>()
  return checks['mongodb:connection'][0].output ?? status
}

interface Fault {
  readonly code: string
  readonly needs?: Tool
  inject(running: Running): Promise<void>
  mend(running: Running): Promise<void>
}

function elsewhere(start: () => Promise<Served>): Pick<Fault, 'inject' | 'mend'> {
  return {
    inject: async ({ way }) => {
      way.lead(await kept(start()))
      way.drop()
    },
    mend: ({ way, right: front }) => {
      way.lead(front)
      way.drop()
      return Promise.resolve()
    },
  }
}

function withCertificate(certificate: ReturnType<typeof root.issue>): Pick<Fault, 'inject' | 'mend'> {
  return elsewhere(() => serveTls({ issued: certificate, inner: relayTo(started().ferret) }))
}

const faults: Readonly<Record<string, Fault>> = {
  'the server is stopped': {
    code: 'tcp-refused',
    inject: ({ way }) => way.cut(),
    mend: ({ way }) => way.restore(),
  },
  'the network is silent': {
    code: 'tls-silent',
    inject: ({ way }) => Promise.resolve(way.silence()),
    mend: ({ way }) => Promise.resolve(way.speak()),
  },
  'the certificate is over': {
    code: 'tls-certificate-expired',
    ...withCertificate(
      root.issue({
        ...issued,
        notBefore: new Date(Date.now() - 90 * day),
        notAfter: new Date(Date.now() - day),
      }),
    ),
  },
  'the certificate is for another host': {
    code: 'tls-hostname-mismatch',
    ...withCertificate(root.issue({ names: ['db.example.com'] })),
  },
  'the certificate is of another authority': {
    code: 'tls-ca-file-wrong',
    ...withCertificate(authority().issue(issued)),
  },
  'the server speaks no TLS any more': {
    code: 'tls-server-is-plain',
    ...elsewhere(() => serveMongo()),
  },
  'the server takes no more connections': {
    code: 'tcp-connection-limit',
    ...elsewhere(() => serveTcp(acceptAndClose())),
  },
  'another server answers, which is too old': {
    code: 'wire-server-too-old',
    needs: needsJavaServer,
    ...elsewhere(async () => {
      const old = await kept(startJavaServer())
      return serveTls({ issued: right, inner: relayTo(old) })
    }),
  },
  'the password is changed': {
    code: 'auth-rejected',
    inject: async ({ mongo, way }) => {
      await mongo.client.db('admin').command({ updateUser: 'ada', pwd: 'second password' })
      way.drop()
    },
    mend: async ({ uri }) => {
      const administrator = await connect({ uri: uri.replace('first', 'second'), env: {}, logger: quiet })
      await administrator.client.db('admin').command({ updateUser: 'ada', pwd: password })
      await administrator.close()
    },
  },
  'a web server answers in its place': {
    code: 'wire-not-mongodb',
    ...elsewhere(() =>
      serveTls({ issued: right, inner: answerAfter(1, 'HTTP/1.1 400 Bad Request\r\n\r\n') }),
    ),
  },
}

describe('the example, while it runs', () => {
  test('has all its ticks', bound, async (context) => {
    if (missing !== null) return context.skip(missing)
    const { items } = await check()
    expect(items.filter(({ status }) => status === 'failed')).toEqual([])
    expect(items.filter(({ status }) => status === 'passed').map(({ id }) => id)).toEqual([
      'connection',
      'collections',
      'crud',
      'auth-endpoints',
      'status-endpoint',
      'no-credentials-in-source',
    ])
  })

  test.for(Object.entries(faults))(
    'says why when %s',
    bound,
    async ([, { code, needs, inject, mend }], context) => {
      const lacks = missing ?? needs?.missing ?? null
      if (lacks !== null) return context.skip(lacks)
      const now = started()
      await inject(now)
      try {
        await expect.poll(said, patience).toBe(code)
        const { items } = await check(['connection', 'status-endpoint'])
        expect(items.find(({ id }) => id === 'status-endpoint')).toMatchObject({ status: 'failed', code })
        expect(items.find(({ id }) => id === 'connection')).toMatchObject({ status: 'failed', code })
      } finally {
        await mend(now)
      }
      await expect.poll(said, patience).toBe('pass')
    },
  )
})

describe('the example, at its start', () => {
  test('refuses mongo-java-server, and says why', bound, async (context) => {
    if (needsJavaServer.missing !== null) return context.skip(needsJavaServer.missing)
    const old = await kept(startJavaServer())
    await expect(
      connect({ collections, uri: `mongodb://127.0.0.1:${old.port}/example`, env: {} }),
    ).rejects.toMatchObject({ name: 'MongoWhyError', code: 'wire-server-too-old', certainty: 'certain' })
  })

  test('wants its variables before it opens anything', async () => {
    await expect(connect({ collections, env: {} })).rejects.toMatchObject({
      name: 'ConfigurationError',
      variable: 'MONGODB_URI',
      code: 'uri-empty',
    })
  })
})
