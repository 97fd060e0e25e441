import { answerTo } from '../status/answer.ts'
import type { HasStatus, StatusOptions } from '../status/answer.ts'

/** The answer to a request of the Fetch API; null for a path that is none of the three. */
export async function answerFetch(
  mongo: HasStatus | Promise<HasStatus>,
  options: StatusOptions<Request>,
  request: Request,
): Promise<Response | null> {
  const { pathname } = new URL(request.url)
  const answer = await answerTo(mongo, options, { method: request.method, url: pathname, request })
  if (answer === null) return null
  return new Response(request.method === 'HEAD' ? null : answer.body, {
    status: answer.code,
    headers: { 'content-type': answer.contentType, 'cache-control': 'no-store' },
  })
}
