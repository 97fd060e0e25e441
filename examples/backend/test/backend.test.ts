import { afterEach, describe, expect, test } from 'vitest'

import { serveMongo } from '@mongowhy/fault-kit'
import { needsFerretDb, startFerretDb } from '@mongowhy/foreign'
import { connect } from 'mongowhy/connect'
import type { Mongo } from 'mongowhy/connect'

import { build } from '../src/app.ts'
import { collections } from '../src/collections.ts'
import type { Collections } from '../src/collections.ts'

const stops: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function started(
  uri: string,
): Promise<{ readonly app: Awaited<ReturnType<typeof build>>; readonly mongo: Mongo<Collections> }> {
  const mongo = await connect({ collections, uri, env: {} })
  stops.push(() => mongo.close())
  await mongo.indexes.apply()
  const app = await build(mongo)
  stops.push(() => app.close())
  return { app, mongo }
}

/** What a user of the application does, from sign-up to the end of the account. */
async function wholeStory(uri: string): Promise<'told'> {
  const { app } = await started(uri)
  const account = { email: `ada${Date.now()}@example.com`, password: 'a long password' }
  const signUp = await app.inject({ method: 'POST', url: '/auth/sign-up', payload: account })
  expect(signUp.statusCode).toBe(201)
  expect(
    (
      await app.inject({
        method: 'POST',
        url: '/auth/login',
        payload: { ...account, password: 'another one' },
      })
    ).statusCode,
  ).toBe(401)
  const login = await app.inject({ method: 'POST', url: '/auth/login', payload: account })
  const headers = { authorization: `Bearer ${login.json<{ token: string }>().token}` }
  expect((await app.inject({ url: '/webhooks' })).statusCode).toBe(401)
  const made = await app.inject({
    method: 'POST',
    url: '/webhooks',
    headers,
    payload: { url: 'https://example.com/hook', events: ['paid'] },
  })
  expect(made.statusCode).toBe(201)
  const { id } = made.json<{ id: string }>()
  const changed = await app.inject({
    method: 'PATCH',
    url: `/webhooks/${id}`,
    headers,
    payload: { active: false },
  })
  expect(changed.json()).toMatchObject({ id, active: false })
  expect((await app.inject({ url: '/webhooks', headers })).json()).toHaveLength(1)
  expect((await app.inject({ method: 'DELETE', url: `/webhooks/${id}`, headers })).statusCode).toBe(204)
  expect((await app.inject({ url: `/webhooks/${id}`, headers })).statusCode).toBe(404)
  expect((await app.inject({ url: '/status' })).json()).toMatchObject({ status: 'pass' })
  expect((await app.inject({ method: 'DELETE', url: '/account', headers })).statusCode).toBe(204)
  expect((await app.inject({ url: '/webhooks', headers })).statusCode).toBe(401)
  return 'told'
}

describe('the example', () => {
  test('works on the lab', async () => {
    const served = await serveMongo()
    stops.push(() => served.stop())
    expect(await wholeStory(`mongodb://127.0.0.1:${served.port}/example`)).toBe('told')
  })

  test('works on FerretDB', async (context) => {
    const { missing } = needsFerretDb
    if (missing !== null) return context.skip(missing)
    const server = await startFerretDb()
    stops.push(() => server.stop())
    expect(await wholeStory(`mongodb://127.0.0.1:${server.port}/example`)).toBe('told')
  })

  test('works on MongoDB’s own server', async (context) => {
    const uri = process.env['MONGODB_TEST_URI']
    if (uri === undefined) return context.skip('MONGODB_TEST_URI names no server')
    expect(await wholeStory(uri)).toBe('told')
  })

  test('says that it is not ready when the database is gone', async () => {
    const served = await serveMongo()
    const { app } = await started(`mongodb://127.0.0.1:${served.port}/example?serverSelectionTimeoutMS=500`)
    expect((await app.inject({ url: '/readyz' })).statusCode).toBe(200)
    await served.stop()
    await expect
      .poll(async () => (await app.inject({ url: '/readyz' })).statusCode, { timeout: 15_000 })
      .toBe(503)
    expect((await app.inject({ url: '/livez' })).statusCode).toBe(200)
    await expect
      .poll(async () => (await app.inject({ url: '/status' })).json(), { timeout: 15_000 })
      .toMatchObject({ status: 'fail', checks: { 'mongodb:connection': [{ output: 'tcp-refused' }] } })
  })
})
