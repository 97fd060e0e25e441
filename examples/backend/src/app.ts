import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'

import { ReadOnlyFallbackError } from 'mongowhy/connect'
import type { Mongo } from 'mongowhy/connect'
import { mongoStatus } from 'mongowhy/connect/fastify'

import { accounts } from './accounts.ts'
import type { Collections } from './collections.ts'
import { webhooks } from './webhooks.ts'

/** The application on a connection; not yet listening. */
export async function build(mongo: Mongo<Collections>): Promise<FastifyInstance> {
  const app = Fastify({ logger: false, bodyLimit: 65_536 })
  app.setErrorHandler((error: Error & { statusCode?: number }, _, reply) => {
    if (error instanceof ReadOnlyFallbackError) {
      return reply
        .code(503)
        .header('retry-after', '30')
        .send({ error: 'nothing can be written at the moment' })
    }
    const status = error.statusCode ?? 500
    // What the database said is for the log, not for whoever called.
    return reply.code(status).send({ error: status < 500 ? error.message : 'something went wrong here' })
  })
  await app.register(mongoStatus, { mongo })
  await app.register(accounts, { mongo })
  await app.register(webhooks, { mongo })
  return app
}
