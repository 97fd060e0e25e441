import 'reflect-metadata'

import { expect, test } from 'vitest'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

import { serveMongo } from '@mongowhy/fault-kit'
import { defineCollections } from '@mongowhy/connect'
import type { Mongo } from '@mongowhy/connect'
import { MONGO, MongoModule } from '@mongowhy/connect/nest'

import { atEnd } from './listening.ts'

const collections = defineCollections({ users: {} })

test('a module of Nest connects at the start and closes at the end', async () => {
  const served = await serveMongo()
  atEnd(() => served.stop())
  // Nest knows modules by their class.
  // oxlint-disable-next-line typescript/no-extraneous-class
  class Application {}
  const env = { MONGODB_URI: `mongodb://127.0.0.1:${served.port}/app` }
  Module({ imports: [MongoModule.forRoot({ collections, env })] })(Application)
  const app = await NestFactory.createApplicationContext(Application, { logger: false })
  const mongo = app.get<Mongo<typeof collections>>(MONGO)
  await mongo.collections.users.insertOne({ name: 'ada' })
  expect(await mongo.collections.users.countDocuments()).toBe(1)
  await app.close()
  await expect(mongo.collections.users.countDocuments()).rejects.toThrow(/connected|closed/i)
})
