import { heard } from '../status/answer.ts'
import type { HasStatus, StatusOptions } from '../status/answer.ts'
import { answerFetch } from './fetch.ts'

/** Route handlers for Next.js: `export const { GET, HEAD } = mongoStatus(mongo, { basePath: '/api/health' })` in a route for `[check]`. */
export function mongoStatus(
  mongo: HasStatus | Promise<HasStatus>,
  options: StatusOptions<Request> = {},
): {
  readonly GET: (request: Request) => Promise<Response>
  readonly HEAD: (request: Request) => Promise<Response>
} {
  heard(mongo)
  const answer = async (request: Request): Promise<Response> =>
    (await answerFetch(mongo, options, request)) ?? new Response('not found\n', { status: 404 })
  return { GET: answer, HEAD: answer }
}
