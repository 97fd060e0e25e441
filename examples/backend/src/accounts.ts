import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ObjectId } from 'mongodb'

import type { Mongo } from 'mongowhy/connect'

import type { Collections } from './collections.ts'
import { digest, hashed, matches, newToken } from './passwords.ts'

const sessionMs = 86_400_000
const duplicateKey = 11000

interface Credentials {
  readonly email: string
  readonly password: string
}

const credentials = {
  type: 'object',
  required: ['email', 'password'],
  additionalProperties: false,
  properties: {
    email: { type: 'string', minLength: 3, maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$' },
    password: { type: 'string', minLength: 8, maxLength: 200 },
  },
}

/** Sign-up, login, and the end of an account. */
export async function accounts(
  app: FastifyInstance,
  { mongo }: { readonly mongo: Mongo<Collections> },
): Promise<void> {
  app.post<{ Body: Credentials }>(
    '/auth/sign-up',
    { schema: { body: credentials } },
    async ({ body }, reply) => {
      const password = await hashed(body.password)
      try {
        await mongo.collections.users.insertOne({
          email: body.email.toLowerCase(),
          password,
          createdAt: new Date(),
        })
      } catch (error) {
        if (!(error instanceof Error) || Reflect.get(error, 'code') !== duplicateKey) throw error
        return reply.code(409).send({ error: 'there is an account with this address' })
      }
      return reply.code(201).send({ email: body.email.toLowerCase() })
    },
  )

  app.post<{ Body: Credentials }>(
    '/auth/login',
    { schema: { body: credentials } },
    async ({ body }, reply) => {
      const user = await mongo.collections.users.findOne({ email: body.email.toLowerCase() })
      // The same work and the same words whether the address is unknown or the password wrong.
      const right = await matches(body.password, user?.password ?? (await unknownUser))
      if (user === null || !right) return reply.code(401).send({ error: 'address or password is wrong' })
      // An index that expires documents would do this by itself, and not every server that speaks the protocol has one.
      await mongo.collections.sessions.deleteMany({ user: user._id, expiresAt: { $lte: new Date() } })
      const token = newToken()
      await mongo.collections.sessions.insertOne({
        token: digest(token),
        user: user._id,
        expiresAt: new Date(Date.now() + sessionMs),
      })
      return { token }
    },
  )

  app.delete('/account', async (request, reply) => {
    const user = await userOf(request, mongo)
    if (user === null) return reply.code(401).send({ error: 'log in first' })
    await mongo.collections.webhooks.deleteMany({ user })
    await mongo.collections.sessions.deleteMany({ user })
    await mongo.collections.users.deleteOne({ _id: user })
    return reply.code(204).send()
  })
}

const unknownUser: Promise<string> = hashed(newToken())

/** Who makes a request; null: nobody who is logged in. */
export async function userOf(request: FastifyRequest, mongo: Mongo<Collections>): Promise<ObjectId | null> {
  const [, token] = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '') ?? []
  if (token === undefined) return null
  const session = await mongo.collections.sessions.findOne({
    token: digest(token),
    expiresAt: { $gt: new Date() },
  })
  return session?.user ?? null
}
