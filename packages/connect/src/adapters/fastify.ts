import type { IncomingMessage } from 'node:http'

import { answerTo, heard } from '../status/answer.ts'
import type { HasStatus, StatusOptions } from '../status/answer.ts'

interface FastifyRequest {
  readonly method: string
  readonly url: string
  readonly raw: IncomingMessage
}

interface FastifyReply {
  code(code: number): FastifyReply
  header(name: string, value: string): FastifyReply
  send(body: string | Buffer): unknown
}

/** The part of a Fastify instance that is used here. */
interface FastifyLike {
  get(path: string, handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>): unknown
}

export interface MongoStatusOptions extends StatusOptions<IncomingMessage> {
  readonly mongo: HasStatus | Promise<HasStatus>
}

/** A plugin for Fastify: `await app.register(mongoStatus, { mongo })` adds the three routes below `basePath`. */
export async function mongoStatus(
  app: FastifyLike,
  { mongo, ...options }: MongoStatusOptions,
): Promise<void> {
  heard(mongo)
  const base = (options.basePath ?? '').replace(/\/+$/, '')
  for (const path of ['/livez', '/readyz', '/status']) {
    app.get(`${base}${path}`, async (request, reply) => {
      // A prefix that the plugin is registered under stands in the URL too; the route says which path it is.
      const asked = { method: request.method, url: `${base}${path}`, request: request.raw }
      const answer = await answerTo(mongo, options, asked)
      if (answer === null) return reply.code(404).send('not found\n')
      return (
        reply
          .code(answer.code)
          .header('content-type', answer.contentType)
          .header('cache-control', 'no-store')
          // To a text Fastify would add a charset, which JSON has not.
          .send(Buffer.from(answer.body))
      )
    })
  }
}
