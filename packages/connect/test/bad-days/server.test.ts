import { expect, test } from 'vitest'

import { connect } from '@mongowhy/connect'
import { needsFerretDb, openWay, startFerretDb } from '@mongowhy/foreign'
import type { Way } from '@mongowhy/foreign'

import { after, bad, silent, underLoad } from './scene.ts'

bad()

const password = 'canary-7f3d9b51-do-not-print'

async function ferretWay(user?: { name: string; password: string }): Promise<Way> {
  const server = await startFerretDb(user === undefined ? {} : { user })
  after.push(() => server.stop())
  const way = await openWay(server)
  after.push(() => way.stop())
  return way
}

test('the server is stopped and comes back', { timeout: 90_000 }, async (context) => {
  if (needsFerretDb.missing !== null) return context.skip(needsFerretDb.missing)
  const way = await ferretWay()
  const scene = await underLoad(way, `mongodb://127.0.0.1:${way.port}/app`)
  await way.cut()
  await scene.becomes({ status: 'fail', code: 'tcp-refused', observedValue: null })
  expect(scene.events).toContainEqual({ type: 'lost', index: 0, code: 'tcp-refused' })
  await way.restore()
  await scene.becomes({ status: 'pass' })
  await scene.worksAgain()
  expect(scene.events).toContainEqual({ type: 'restored', index: 0 })
  await scene.end()
})

test('the network is silent for a while', { timeout: 90_000 }, async (context) => {
  if (needsFerretDb.missing !== null) return context.skip(needsFerretDb.missing)
  const way = await ferretWay()
  const scene = await underLoad(way, `mongodb://127.0.0.1:${way.port}/app`)
  way.silence()
  await scene.becomes({ status: 'fail', code: 'wire-hello-silent' })
  // Whoever asks for the status must not open connection upon connection.
  for (let count = 0; count < 10; count += 1) await scene.mongo.status()
  expect(way.open()).toBeLessThan(40)
  way.speak()
  await scene.becomes({ status: 'pass' })
  await scene.worksAgain()
  await scene.end()
})

test('the network is silent while the handle is closed', { timeout: 90_000 }, async (context) => {
  if (needsFerretDb.missing !== null) return context.skip(needsFerretDb.missing)
  const way = await ferretWay()
  const { mongo, load } = await underLoad(way, `mongodb://127.0.0.1:${way.port}/app`)
  way.silence()
  const asked = mongo.status()
  await mongo.close()
  await load.stop()
  expect((await asked).status).toBe('fail')
  // What arrives late tells the server's side that nobody is there any more.
  way.speak()
  await expect.poll(() => way.open(), { timeout: 20_000 }).toBe(0)
})

test('the credentials are rotated', { timeout: 90_000 }, async (context) => {
  if (needsFerretDb.missing !== null) return context.skip(needsFerretDb.missing)
  const way = await ferretWay({ name: 'ada', password })
  const uri = (word: string): string => `mongodb://ada:${word}@127.0.0.1:${way.port}/app?authSource=admin`
  const scene = await underLoad(way, uri(password))
  const rotate = async (pwd: string): Promise<void> => {
    await scene.mongo.client.db('admin').command({ updateUser: 'ada', pwd })
  }
  await rotate('another one')
  way.drop()
  const status = await scene.becomes({ code: 'auth-rejected' })
  expect(JSON.stringify([status, scene.events])).not.toContain(password)
  const administrator = await connect({ uri: uri('another%20one'), env: {}, logger: silent })
  after.push(() => administrator.close())
  await administrator.client.db('admin').command({ updateUser: 'ada', pwd: password })
  await administrator.close()
  await scene.becomes({ status: 'pass' })
  await scene.worksAgain()
  await scene.end()
})
