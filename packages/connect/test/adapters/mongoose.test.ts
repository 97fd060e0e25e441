import { expect, test } from 'vitest'
import mongoose from 'mongoose'

import { serveMongo } from '@mongowhy/fault-kit'
import { needsFerretDb, startFerretDb } from '@mongowhy/foreign'
import { ConfigurationError, connect } from '@mongowhy/connect'
import { connectMongoose } from '@mongowhy/connect/mongoose'

import { atEnd } from './listening.ts'

const { Schema } = mongoose
const logger = { info: (): void => {}, warn: (): void => {}, error: (): void => {} }

test('models of Mongoose work on the connection', async (context) => {
  if (needsFerretDb.missing !== null) return context.skip(needsFerretDb.missing)
  const server = await startFerretDb()
  atEnd(() => server.stop())
  const uri = `mongodb://127.0.0.1:${server.port}/app`
  const { mongo, connection } = await connectMongoose(mongoose, { env: { MONGODB_URI: uri } })
  atEnd(() => mongo.close())
  const User = connection.model('User', new Schema({ email: { type: String, required: true } }))
  await User.create({ email: 'ada@example.com' })
  expect(await User.findOne({ email: 'ada@example.com' })).toMatchObject({ email: 'ada@example.com' })
  expect(await mongo.db.collection('users').countDocuments()).toBe(1)
  await expect(User.create({})).rejects.toThrow(/email/)
  expect(await mongo.status()).toMatchObject({ status: 'pass' })
  // Mongoose's client is of its own copy of the driver: the application's own must not be given it.
  const own = await connect({ env: { MONGODB_URI: uri } })
  expect(own.client).not.toBe(mongo.client)
  await own.close()
})

test('fallbacks are refused, before any socket', async () => {
  const env = { MONGODB_URI: 'mongodb://127.0.0.1:1/app', MONGODB_URI_FALLBACKS: 'mongodb://127.0.0.1:2/app' }
  await expect(connectMongoose(mongoose, { env })).rejects.toMatchObject({
    name: 'ConfigurationError',
    variable: 'MONGODB_URI_FALLBACKS',
  })
  await expect(
    connectMongoose(mongoose, { env: {}, uri: 'mongodb://127.0.0.1:1/app', fallbacks: ['mongodb://h/a'] }),
  ).rejects.toBeInstanceOf(ConfigurationError)
})

test('a failure is the library’s own', async () => {
  const served = await serveMongo({ users: [{ name: 'ada', password: 'right' }] })
  atEnd(() => served.stop())
  const env = { MONGODB_URI: `mongodb://ada:wrong@127.0.0.1:${served.port}/app?authSource=admin` }
  await expect(connectMongoose(mongoose, { env, logger })).rejects.toMatchObject({ code: 'auth-rejected' })
}, 60_000)
