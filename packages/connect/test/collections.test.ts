import { inspect } from 'node:util'

import { afterEach, describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { ObjectId } from 'mongodb'

import { serveMongo } from '@mongowhy/fault-kit'
import { connect, defineCollections, type, UnknownCollectionError } from '@mongowhy/connect'
import type { DocumentOf } from '@mongowhy/connect'

const ends: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const collections = defineCollections({
  users: { schema: z.object({ email: z.string(), age: z.number().optional() }) },
  sessions: { schema: type<{ user: ObjectId }>() },
  plain: { name: 'plain_things' },
})

test('schemas of Zod and plain types give the documents their types', () => {
  expectTypeOf<DocumentOf<typeof collections.users>>().toEqualTypeOf<{
    email: string
    age?: number | undefined
  }>()
  expectTypeOf<DocumentOf<typeof collections.sessions>>().toEqualTypeOf<{ user: ObjectId }>()
  expect(Object.keys(collections)).toEqual(['users', 'sessions', 'plain'])
})

test('an accessor that nobody defined does not compile, and throws', async () => {
  const served = await serveMongo()
  ends.push(() => served.stop())
  const mongo = await connect({ collections, env: { MONGODB_URI: `mongodb://127.0.0.1:${served.port}/app` } })
  ends.push(() => mongo.close())
  // @ts-expect-error it is not defined
  expect(() => mongo.collections.user).toThrow(UnknownCollectionError)
  expect(() => Reflect.get(mongo.collections, 'toString')).not.toThrow()
  expect(() => Reflect.get(mongo.collections, '__proto__')).not.toThrow()
  // What the language and its tools ask for goes through.
  expect(await Promise.resolve(mongo.collections)).toBe(mongo.collections)
  expect(() => inspect(mongo.collections)).not.toThrow()
  expect(() => JSON.stringify(Object.keys(mongo.collections))).not.toThrow()
  expect('users' in mongo.collections).toBe(true)
  expect(Object.keys(mongo.collections)).toEqual(['users', 'sessions', 'plain'])
  expect(() => Reflect.set(mongo.collections, 'users', null)).not.toThrow()
  expect(mongo.collections.users.collectionName).toBe('users')
})

describe('names that no collection can have', () => {
  test.each(['', 'a\0b', 'a$b', 'system.users'])('%j', (name) => {
    expect(() => defineCollections({ things: { name } })).toThrow(TypeError)
  })
})
