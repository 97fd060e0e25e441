import { MongoClient } from 'mongodb'
import type { Db, MongoClientOptions } from 'mongodb'
import { afterEach, describe, expect, test } from 'vitest'

import { serveMongo, serveReplicaSet } from '../src/index.ts'
import type { MongoOptions, Served } from '../src/index.ts'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

function keep<S extends Served>(served: S): S {
  open.push(() => served.stop())
  return served
}

async function client(uri: string, options: MongoClientOptions = {}): Promise<MongoClient> {
  const made = new MongoClient(uri, { serverSelectionTimeoutMS: 3_000, ...options })
  open.push(() => made.close())
  return made.connect()
}

async function standalone(options: MongoOptions = {}): Promise<Db> {
  const server = keep(await serveMongo(options))
  return (await client(server.uri)).db('app')
}

test('the official driver connects and pings', async () => {
  const db = await standalone()
  expect(await db.command({ ping: 1 })).toEqual({ ok: 1 })
})

test('documents are inserted, found, updated, counted and deleted', async () => {
  const orders = (await standalone()).collection<{ _id: number; state: string; lines?: number[] }>('orders')
  await orders.insertMany([
    { _id: 1, state: 'new' },
    { _id: 2, state: 'new', lines: [4, 5] },
    { _id: 3, state: 'sent' },
  ])
  await orders.updateOne({ _id: 1 }, { $set: { state: 'paid' } })
  await orders.updateMany({ state: 'new' }, { $push: { lines: 6 } })
  await orders.updateOne({ _id: 9 }, { $set: { state: 'new' } }, { upsert: true })
  expect(await orders.findOne({ lines: 6 })).toEqual({ _id: 2, state: 'new', lines: [4, 5, 6] })
  expect(await orders.countDocuments({ state: { $ne: 'sent' } })).toBe(3)
  expect(await orders.distinct('state')).toEqual(['paid', 'new', 'sent'])
  expect(
    await orders.find({ _id: { $gt: 1 } }, { sort: { _id: -1 }, limit: 2, projection: { _id: 1 } }).toArray(),
  ).toEqual([{ _id: 9 }, { _id: 3 }])
  expect(await orders.deleteMany({ _id: { $in: [1, 9] } })).toMatchObject({ deletedCount: 2 })
  await expect(orders.insertOne({ _id: 2, state: 'again' })).rejects.toMatchObject({ code: 11000 })
})

describe('a write concern', () => {
  const insert = { insert: 'orders', documents: [{ _id: 1 }] }

  async function set(down: number): Promise<Db> {
    const roles = ['primary', 'secondary', 'secondary'] as const
    const members = roles.map((role, at) => ({ role: at >= roles.length - down ? ('down' as const) : role }))
    const served = keep(await serveReplicaSet({ members }))
    const primary = served.members[0]?.mongo?.uri ?? ''
    return (await client(primary, { directConnection: true })).db('app')
  }

  test.each([
    [0, { w: 3 }, undefined],
    [0, { w: 'majority' }, undefined],
    [0, { w: 4 }, { code: 100, codeName: 'UnsatisfiableWriteConcern' }],
    [0, { w: 'dc2' }, { code: 79, codeName: 'UnknownReplWriteConcern' }],
    [1, { w: 'majority' }, undefined],
    [1, { w: 3, wtimeout: 20 }, { code: 64, errInfo: { wtimeout: true } }],
    [2, { w: 'majority', wtimeout: 20 }, { code: 64 }],
  ])('with %i of three members down: %j', async (down, writeConcern, error) => {
    const reply = await (await set(down)).command({ ...insert, writeConcern }).then(
      (done) => done,
      (failed: unknown) => ({ n: 1, writeConcernError: failed }),
    )
    expect(reply['n']).toBe(1)
    if (error === undefined) expect(reply).not.toHaveProperty('writeConcernError')
    else expect(reply['writeConcernError']).toMatchObject(error)
  })

  test('of more than one member is refused by a server that is alone', async () => {
    const alone = await standalone()
    await expect(alone.command({ ...insert, writeConcern: { w: 2 } })).rejects.toMatchObject({ code: 2 })
    expect(await alone.collection('orders').countDocuments()).toBe(0)
  })
})
