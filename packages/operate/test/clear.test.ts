import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { Secret } from '@mongowhy/core'
import { serveMongo } from '@mongowhy/fault-kit'
import type { MongoOptions, ServedMongo } from '@mongowhy/fault-kit'
import { clear, PlanError, ResumeError } from '@mongowhy/operate'
import type { ClearDocument, ClearHooks, ClearOptions } from '@mongowhy/operate'

import { matches } from '../src/clear/guards.ts'

const users = Array.from({ length: 25 }, (_, index) => ({ _id: index, name: `user ${index}` }))
const data = { 'app.users': users, 'app.orders': [{ _id: 1 }], 'other.things': [{ _id: 1 }] }
let folder = ''
let served: ServedMongo | null = null

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clear-'))
})

afterEach(async () => {
  await served?.stop()
  served = null
  await rm(folder, { recursive: true, force: true })
})

async function run(
  options: Partial<ClearOptions> = {},
  hooks: Partial<ClearHooks> = {},
  server: MongoOptions = {},
): Promise<ClearDocument> {
  served ??= await serveMongo({ data, ...server })
  return clear(
    {
      target: { uri: new Secret(`mongodb://127.0.0.1:${served.port}/app`), source: 'argument' },
      database: null,
      wanted: { is: 'all' },
      dryRun: false,
      exportTo: null,
      batch: 10,
      statePath: join(folder, 'state.json'),
      guards: { nodeEnv: undefined, protect: [], allowProtected: false },
      ...options,
    },
    {
      confirmed: () => Promise.resolve(true),
      onProgress: () => {},
      signal: new AbortController().signal,
      ...hooks,
    },
  )
}

const count = (): number => served?.seen().filter(({ name }) => name === 'delete').length ?? 0

describe('the plan', () => {
  test('counts, and deletes nothing', async () => {
    expect(await run({ dryRun: true })).toMatchObject({
      outcome: 'planned',
      database: 'app',
      collections: [
        { name: 'orders', planned: 1, deleted: 0 },
        { name: 'users', planned: 25, deleted: 0 },
      ],
    })
    expect(count()).toBe(0)
  })

  test.each(['nobody', 'system.users'])('has no place for %s', async (name) => {
    await expect(run({ wanted: { is: 'named', names: [name] } })).rejects.toThrow(PlanError)
  })
})

describe('a database of a name that none can have', () => {
  test.each(['a/b', 'a.b', 'a b', 'a"b', 'a\0b', 'x'.repeat(200), 'é'.repeat(40)])('%j', async (database) => {
    await expect(run({ database })).rejects.toThrow(PlanError)
    expect(count()).toBe(0)
  })
})

test('a server that refuses to be planned for is an outcome, and nothing is deleted', async () => {
  const refused = { ok: 0, code: 8000, codeName: 'AtlasError', errmsg: 'not allowed here' }
  const onCommand: MongoOptions['onCommand'] = (name) => (name === 'listCollections' ? refused : undefined)
  expect(await run({}, {}, { onCommand })).toMatchObject({ outcome: 'failed', collections: [], resume: null })
  expect(count()).toBe(0)
})

describe('the guards', () => {
  test.each([
    ['production', { nodeEnv: 'production', protect: [], allowProtected: false }],
    ['a protected database', { nodeEnv: undefined, protect: ['a*'], allowProtected: false }],
    ['a protected host', { nodeEnv: undefined, protect: ['127.*'], allowProtected: false }],
  ])('refuse %s', async (_, guards) => {
    expect(await run({ guards })).toMatchObject({ outcome: 'refused', collections: [] })
    expect(count()).toBe(0)
  })

  test('refuse what nobody confirmed', async () => {
    expect(await run({}, { confirmed: () => Promise.resolve(false) })).toMatchObject({ outcome: 'refused' })
    expect(count()).toBe(0)
  })

  test('refuse a target that cannot be used', async () => {
    const target = { uri: new Secret('mongodb://127.0.0.1:1/app'), source: 'argument' }
    expect(await run({ target })).toMatchObject({ outcome: 'refused', collections: [] })
  })

  test.each([
    ['*prod*', 'my-PROD-db', true],
    ['prod*', 'my-prod', false],
    ['*.example.com', 'a.example.com', true],
    ['a*a', 'a', false],
    ['*', '', true],
    ['app', 'apps', false],
    ['*a'.repeat(30), 'a'.repeat(200), true],
    [`${'*a'.repeat(30)}b`, 'a'.repeat(200), false],
  ])('%s against %s', (pattern, name, expected) => {
    expect(matches(pattern, name)).toBe(expected)
  })
})

describe('clearing', () => {
  test('empties what was named, in batches, and nothing else', async () => {
    const done = await run({ wanted: { is: 'named', names: ['users'] } })
    expect(done).toMatchObject({
      outcome: 'cleared',
      collections: [{ name: 'users', planned: 25, deleted: 25 }],
      resume: null,
    })
    expect(count()).toBe(3)
    expect((await run({ dryRun: true })).collections).toMatchObject([
      { name: 'orders', planned: 1 },
      { name: 'users', planned: 0 },
    ])
    expect(await readdir(folder)).toEqual([])
  })

  test('exports first, readable by this user alone, and never overwrites', async () => {
    const exportTo = join(folder, 'export')
    const done = await run({ exportTo, wanted: { is: 'named', names: ['users'] } })
    expect(done.outcome).toBe('cleared')
    const path = done.collections[0]?.exported ?? ''
    expect(
      gunzipSync(await readFile(path))
        .toString()
        .trim()
        .split('\n'),
    ).toHaveLength(25)
    expect(await run({ exportTo, wanted: { is: 'named', names: ['users'] } })).toMatchObject({
      outcome: 'failed',
    })
  })

  test('stops between batches and goes on where it was', async () => {
    const stop = new AbortController()
    const first = await run(
      { wanted: { is: 'named', names: ['users'] } },
      { signal: stop.signal, onProgress: () => stop.abort() },
    )
    expect(first).toMatchObject({ outcome: 'interrupted', collections: [{ deleted: 10 }] })
    const from = first.resume ?? ''
    expect(await run({ wanted: { is: 'resumed', from } })).toMatchObject({
      outcome: 'cleared',
      collections: [{ name: 'users', planned: 25, deleted: 25 }],
      resume: null,
    })
    await expect(run({ wanted: { is: 'resumed', from } })).rejects.toThrow(ResumeError)
  })

  test('deletes nothing when the plan no longer matches', async () => {
    const plan = await run(
      { wanted: { is: 'named', names: ['users'] } },
      {
        confirmed: async () => {
          const { MongoClient } = await import('mongodb')
          const client = await new MongoClient(`mongodb://127.0.0.1:${served?.port}/app`).connect()
          await client.db('app').dropCollection('users')
          await client.close()
          return true
        },
      },
    )
    expect(plan).toMatchObject({ outcome: 'changed', collections: [{ deleted: 0 }] })
    expect(count()).toBe(0)
  })

  test('tells true counts when the server fails on the way', async () => {
    let deletes = 0
    const onCommand: MongoOptions['onCommand'] = (name) => {
      if (name !== 'delete') return undefined
      deletes += 1
      return deletes > 1 ? { ok: 0, code: 13, codeName: 'Unauthorized', errmsg: 'not authorized' } : undefined
    }
    const done = await run({ wanted: { is: 'named', names: ['users'] } }, {}, { onCommand })
    expect(done).toMatchObject({ outcome: 'failed', collections: [{ planned: 25, deleted: 10 }] })
    expect(done.resume).not.toBeNull()
  })
})
