import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ObjectId } from 'mongodb'
import type { WithId } from 'mongodb'

import type { Mongo } from 'mongowhy/connect'

import { userOf } from './accounts.ts'
import type { Collections, WebhookSubscription } from './collections.ts'

type Fields = Pick<WebhookSubscription, 'url' | 'events' | 'active'>

const properties = {
  url: { type: 'string', maxLength: 2_000, pattern: '^https?://' },
  events: { type: 'array', maxItems: 50, items: { type: 'string', minLength: 1, maxLength: 100 } },
  active: { type: 'boolean' },
}
const whole = { type: 'object', required: ['url', 'events'], additionalProperties: false, properties }
const part = { type: 'object', minProperties: 1, additionalProperties: false, properties }
const withId = { type: 'object', properties: { id: { type: 'string', pattern: '^[0-9a-f]{24}$' } } }

interface One {
  readonly Params: { readonly id: string }
}

/** Webhook subscriptions of the user who is logged in. */
export async function webhooks(
  app: FastifyInstance,
  { mongo }: { readonly mongo: Mongo<Collections> },
): Promise<void> {
  const owned = async (
    request: FastifyRequest,
    reply: FastifyReply,
    act: (user: ObjectId) => Promise<unknown>,
  ): Promise<unknown> => {
    const user = await userOf(request, mongo)
    if (user === null) return reply.code(401).send({ error: 'log in first' })
    return (await act(user)) ?? reply.code(404).send({ error: 'there is no such subscription' })
  }

  app.get('/webhooks', (request, reply) =>
    owned(request, reply, async (user) => {
      const found = await mongo.collections.webhooks.find({ user }, { limit: 100 }).toArray()
      return found.map(shown)
    }),
  )

  app.post<{ Body: Omit<Fields, 'active'> & Partial<Fields> }>(
    '/webhooks',
    { schema: { body: whole } },
    (request, reply) =>
      owned(request, reply, async (user) => {
        const { url, events, active = true } = request.body
        const subscription = { user, url, events, active, createdAt: new Date() }
        const { insertedId } = await mongo.collections.webhooks.insertOne(subscription)
        return reply.code(201).send(shown({ _id: insertedId, ...subscription }))
      }),
  )

  app.get<One>('/webhooks/:id', { schema: { params: withId } }, (request, reply) =>
    owned(request, reply, async (user) => {
      const found = await mongo.collections.webhooks.findOne({ _id: new ObjectId(request.params.id), user })
      return found === null ? null : shown(found)
    }),
  )

  app.patch<One & { Body: Partial<Fields> }>(
    '/webhooks/:id',
    { schema: { params: withId, body: part } },
    (request, reply) =>
      owned(request, reply, async (user) => {
        const one = { _id: new ObjectId(request.params.id), user }
        await mongo.collections.webhooks.updateOne(one, { $set: request.body })
        const found = await mongo.collections.webhooks.findOne(one)
        return found === null ? null : shown(found)
      }),
  )

  app.delete<One>('/webhooks/:id', { schema: { params: withId } }, (request, reply) =>
    owned(request, reply, async (user) => {
      const { deletedCount } = await mongo.collections.webhooks.deleteOne({
        _id: new ObjectId(request.params.id),
        user,
      })
      return deletedCount === 0 ? null : reply.code(204).send()
    }),
  )
}

function shown({ _id, url, events, active }: WithId<WebhookSubscription>): object {
  return { id: _id.toHexString(), url, events, active }
}
