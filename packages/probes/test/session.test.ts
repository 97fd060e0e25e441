import { createRequire } from 'node:module'

import { Long, ObjectId } from 'mongodb'
import { afterEach, describe, expect, test } from 'vitest'

import { defaultOptions, parseTarget, Secret } from '@mongowhy/core'
import type { DiagnoseOptions, Look, ProbeName } from '@mongowhy/core'
import { driverVersion, Recorder, runSession } from '@mongowhy/probes'
import type { SessionParams } from '@mongowhy/probes'

import { sessionServer } from './session-server.ts'
import type { SessionServer, SessionServerOptions } from './session-server.ts'

const canary = 'canary-7f3d9b51-do-not-print'
const servers: SessionServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((each) => each.stop()))
})

async function serve(options: SessionServerOptions = {}): Promise<SessionServer> {
  const served = await sessionServer(options)
  servers.push(served)
  return served
}

const nothing = { authSource: null, replicaSet: null, loadBalanced: null }

async function session(
  uri: string,
  params: Partial<SessionParams> = {},
  options: Partial<DiagnoseOptions> = {},
): Promise<readonly Look[]> {
  const recorder = new Recorder()
  const raw = new Secret(uri)
  await runSession(
    {
      target: parseTarget(raw.reveal()),
      options: { ...defaultOptions, stageTimeoutMs: 400, ...options },
      signal: AbortSignal.timeout(5_000),
      recorder,
    },
    {
      seeds: [],
      srv: false,
      txt: nothing,
      addressesOf: () => [],
      permittedBy: 'plain-by-request',
      signal: new AbortController().signal,
      ...params,
    },
  )
  return recorder.looks()
}

function outcomes(looks: readonly Look[], probe: ProbeName): readonly unknown[] {
  return looks
    .filter((look) => look.ask.probe === probe)
    .map((look) =>
      look.status === 'seen'
        ? (look.saw as { outcome: unknown }).outcome
        : look.status === 'skipped'
          ? look.reason
          : look.error,
    )
}

const logins = ({ heard }: SessionServer): readonly string[] =>
  heard.filter((command) => ['speculative', 'saslStart', 'saslContinue'].includes(command))

test('the version is that of the driver that is installed', () => {
  const installed: unknown = createRequire(import.meta.url)('mongodb/package.json')
  expect(installed).toMatchObject({ version: driverVersion })
})

describe('a login that succeeds', () => {
  test('is made once, and then privileges and a read', async () => {
    const served = await serve()
    const looks = await session(`mongodb://ada:right@127.0.0.1:${served.port}/app`)
    expect(outcomes(looks, 'driver.connect')).toEqual([{ is: 'connected' }])
    expect(outcomes(looks, 'auth.login')).toEqual([{ is: 'logged-in' }])
    expect(outcomes(looks, 'authz.privileges')).toMatchObject([
      {
        is: 'known',
        authenticated: true,
        roles: [{ role: 'read', db: 'app' }],
        canFind: true,
        canWrite: false,
      },
    ])
    expect(outcomes(looks, 'ops.run')).toEqual([{ is: 'done' }])
    expect(logins(served)).toEqual(['speculative', 'saslContinue'])
    expect(served.heard.filter((command) => ['ping', 'connectionStatus', 'find'].includes(command))).toEqual([
      'connectionStatus',
      'find',
    ])
    await expect.poll(() => served.open()).toBe(0)
  })

  test('may be the user’s own business: without credentials none is made', async () => {
    const served = await serve()
    const looks = await session(`mongodb://127.0.0.1:${served.port}/app`)
    expect(outcomes(looks, 'auth.login')).toEqual([{ is: 'no-credentials' }])
    expect(logins(served)).toEqual([])
  })

  test('over names that were resolved before, and over the seeds of an SRV record', async () => {
    const served = await serve()
    const asked: string[] = []
    const looks = await session(`mongodb+srv://ada:right@cluster0.lab.test/app?tls=false`, {
      srv: true,
      seeds: [{ host: 'shard-00.lab.test', port: served.port }],
      txt: { ...nothing, authSource: 'admin' },
      addressesOf: (host) => {
        asked.push(host)
        return ['127.0.0.1']
      },
    })
    expect(outcomes(looks, 'driver.connect')).toEqual([{ is: 'connected' }])
    expect(new Set(asked)).toEqual(new Set(['shard-00.lab.test']))
    expect(looks.find((look) => look.ask.probe === 'auth.login')).toMatchObject({
      saw: { authSource: 'admin' },
    })
  })
})

describe('a login that fails', () => {
  test('reaches the server once', async () => {
    const served = await serve()
    const looks = await session(`mongodb://ada:${canary}@127.0.0.1:${served.port}/app`)
    expect(outcomes(looks, 'auth.login')).toMatchObject([
      { is: 'rejected', error: { code: 18, codeName: 'AuthenticationFailed' } },
    ])
    expect(outcomes(looks, 'driver.connect')).toMatchObject([{ is: 'failed', phase: 'login' }])
    expect(outcomes(looks, 'ops.run')).toEqual(['earlier-fault'])
    expect(logins(served)).toEqual(['speculative', 'saslContinue'])
    expect(JSON.stringify(looks)).not.toContain(canary)
    await expect.poll(() => served.open()).toBe(0)
  })

  test('reaches a set of three once', async () => {
    const ports: number[] = []
    const hosts = (): readonly string[] => ports.map((port) => `127.0.0.1:${port}`)
    const member = (role: object): Promise<SessionServer> =>
      serve({
        hello: (port) => ({
          ...role,
          setName: 'rs0',
          setVersion: 1,
          hosts: hosts(),
          me: `127.0.0.1:${port}`,
        }),
      })
    const set = [
      await member({ ismaster: true, electionId: new ObjectId() }),
      await member({ secondary: true }),
      await member({ secondary: true }),
    ]
    ports.push(...set.map(({ port }) => port))
    const looks = await session(`mongodb://ada:${canary}@${hosts().join(',')}/app?replicaSet=rs0`)
    expect(outcomes(looks, 'auth.login')).toMatchObject([{ is: 'rejected' }])
    expect(set.flatMap(logins)).toEqual(['speculative', 'saslContinue'])
  })

  test('does not try a second time, whatever the user’s pool', async () => {
    const served = await serve()
    await session(`mongodb://ada:${canary}@127.0.0.1:${served.port}/app?minPoolSize=5&maxPoolSize=20`)
    expect(logins(served)).toEqual(['speculative', 'saslContinue'])
  })
})

describe('a login without a user name', () => {
  const refusal = { ok: 0, code: 18, codeName: 'AuthenticationFailed', errmsg: 'Authentication failed.' }

  test('is one, and its refusal is the server’s', async () => {
    const served = await serve({ answer: (command) => (command === 'authenticate' ? refusal : null) })
    const looks = await session(`mongodb://127.0.0.1:${served.port}/?authMechanism=MONGODB-X509`)
    expect(outcomes(looks, 'auth.login')).toMatchObject([{ is: 'rejected', error: { code: 18 } }])
    expect(looks.find((look) => look.ask.probe === 'auth.login')).toMatchObject({
      saw: { mechanism: 'MONGODB-X509', authSource: '$external', permittedBy: 'plain-by-request' },
    })
  })
})

describe('the write check', () => {
  const place = { database: 'app', collection: 'checks' }
  const after = ({ heard }: SessionServer): readonly string[] => heard.slice(heard.indexOf('insert'))

  test('removes a document whose write was made and not confirmed', async () => {
    const writeConcernError = { code: 64, codeName: 'WriteConcernTimeout', errmsg: 'waiting timed out' }
    const served = await serve({
      answer: (command) => (command === 'insert' ? { ok: 1, n: 1, writeConcernError } : null),
    })
    const looks = await session(`mongodb://ada:right@127.0.0.1:${served.port}/app`, {}, { writeCheck: place })
    expect(outcomes(looks, 'ops.run')).toMatchObject([
      { is: 'done' },
      { is: 'failed', error: { name: 'MongoWriteConcernError', code: 64 } },
      { is: 'done' },
    ])
    expect(after(served)).toContain('delete')
  })

  test('removes nothing where the server refused the insert', async () => {
    const refused = { ok: 0, code: 13, codeName: 'Unauthorized', errmsg: 'not authorized' }
    const served = await serve({ answer: (command) => (command === 'insert' ? refused : null) })
    await session(`mongodb://ada:right@127.0.0.1:${served.port}/app`, {}, { writeCheck: place })
    expect(after(served)).not.toContain('delete')
  })

  test('keeps the server’s code where the driver puts its own words', async () => {
    const refused = {
      ok: 0,
      code: 20,
      codeName: 'IllegalOperation',
      errmsg: 'Transaction numbers are only …',
    }
    const served = await serve({ answer: (command) => (command === 'insert' ? refused : null) })
    const looks = await session(`mongodb://ada:right@127.0.0.1:${served.port}/app`, {}, { writeCheck: place })
    expect(outcomes(looks, 'ops.run').at(-1)).toMatchObject({
      is: 'failed',
      error: { code: 20, codeName: 'IllegalOperation' },
    })
  })
})

describe('a driver that is cut short', () => {
  test('says so, and leaves no connection', async () => {
    const served = await serve({ answer: () => 'silent' })
    const stop = new AbortController()
    const running = session(`mongodb://ada:${canary}@127.0.0.1:${served.port}/app`, { signal: stop.signal })
    setTimeout(() => stop.abort('cut-short'), 30)
    const looks = await running
    expect(outcomes(looks, 'driver.connect')).toEqual([{ is: 'cut-short' }])
    expect(outcomes(looks, 'auth.login')).toEqual(['cut-short'])
    expect(outcomes(looks, 'authz.privileges')).toEqual(['cut-short'])
    await expect.poll(() => served.open()).toBe(0)
  })

  test('in the middle of an operation too', async () => {
    const served = await serve({ answer: (command) => (command === 'connectionStatus' ? 'silent' : null) })
    const stop = new AbortController()
    const running = session(
      `mongodb://ada:right@127.0.0.1:${served.port}/app`,
      { signal: stop.signal },
      { stageTimeoutMs: 60_000 },
    )
    await expect.poll(() => served.heard).toContain('connectionStatus')
    stop.abort('cut-short')
    const looks = await running
    expect(outcomes(looks, 'driver.connect')).toEqual([{ is: 'connected' }])
    expect(outcomes(looks, 'authz.privileges')).toEqual(['cut-short'])
    await expect.poll(() => served.open()).toBe(0)
  })
})

test('a driver that is turned away by every server, and by one of two, is told apart', async () => {
  const gone = await serve()
  const there = await serve({
    hello: (port) => ({
      ismaster: false,
      secondary: true,
      setName: 'rs',
      hosts: [`127.0.0.1:${port}`, `127.0.0.1:${gone.port}`],
      maxWireVersion: 21,
    }),
  })
  await gone.stop()
  const turnedAway = async (hosts: string, options: string): Promise<boolean> => {
    const stop = new AbortController()
    let told = false
    const onTurnedAway = (): void => {
      told = true
      stop.abort('cut-short')
    }
    await session(`mongodb://${hosts}/?${options}serverSelectionTimeoutMS=2500`, {
      signal: stop.signal,
      onTurnedAway,
    })
    return told
  }
  expect(await turnedAway(`127.0.0.1:${gone.port}`, '')).toBe(true)
  expect(await turnedAway(`127.0.0.1:${gone.port},127.0.0.1:${there.port}`, 'replicaSet=rs&')).toBe(false)
})

test('a server that falls silent after the login costs one bound, and the read is not asked', async () => {
  const served = await serve({ answer: (command) => (command === 'connectionStatus' ? 'silent' : null) })
  const looks = await session(`mongodb://ada:right@127.0.0.1:${served.port}/app`)
  expect(outcomes(looks, 'authz.privileges')).toMatchObject([{ is: 'failed' }])
  expect(outcomes(looks, 'ops.run')).toMatchObject([{ is: 'failed' }, 'earlier-fault'])
  expect(served.heard).not.toContain('find')
  await expect.poll(() => served.open()).toBe(0)
})

test('a server that does not tell of privileges is pinged, and read from', async () => {
  const unknown = { ok: 0, code: 59, codeName: 'CommandNotFound', errmsg: 'no such command' }
  const served = await serve({ answer: (command) => (command === 'connectionStatus' ? unknown : null) })
  const looks = await session(`mongodb://ada:right@127.0.0.1:${served.port}/app`)
  expect(outcomes(looks, 'authz.privileges')).toMatchObject([{ is: 'failed' }])
  expect(outcomes(looks, 'ops.run')).toEqual([{ is: 'done' }, { is: 'done' }])
  expect(served.heard).toContain('ping')
})

test('a string that the driver does not take is a failure to parse', async () => {
  const looks = await session('mongodb://127.0.0.1:1/?replicaSet=')
  expect(outcomes(looks, 'driver.connect')).toMatchObject([{ is: 'failed', phase: 'parse' }])
})

describe('the write check', () => {
  const writeCheck = { database: 'app', collection: 'orders' }

  test('is one document’s life', async () => {
    const documents: unknown[] = []
    const served = await serve({
      answer: (command, document) => {
        if (command !== 'find' || document['find'] !== 'orders') return null
        documents.push(document['filter'])
        return { cursor: { id: new Long(0), ns: 'app.orders', firstBatch: [document['filter']] }, ok: 1 }
      },
    })
    const looks = await session(
      `mongodb://127.0.0.1:${served.port}/app?retryWrites=false`,
      {},
      { writeCheck },
    )
    const operations = looks.flatMap((look) =>
      look.ask.probe === 'ops.run' ? [look.ask.vary.operation] : [],
    )
    expect(operations).toEqual(['read', 'insert', 'find-inserted', 'update', 'delete'])
    expect(outcomes(looks, 'ops.run')).toEqual(operations.map(() => ({ is: 'done' })))
    expect(documents).toHaveLength(1)
  })

  test('removes its document when a step fails, and leaves what it could not write', async () => {
    const refused = { ok: 0, code: 13, codeName: 'Unauthorized', errmsg: 'not authorized' }
    const noUpdate = await serve({ answer: (command) => (command === 'update' ? refused : null) })
    await session(`mongodb://127.0.0.1:${noUpdate.port}/app?retryWrites=false`, {}, { writeCheck })
    expect(noUpdate.heard).toContain('delete')
    const noInsert = await serve({ answer: (command) => (command === 'insert' ? refused : null) })
    await session(`mongodb://127.0.0.1:${noInsert.port}/app?retryWrites=false`, {}, { writeCheck })
    expect(noInsert.heard).not.toContain('delete')
  })
})
