import { heard } from '../status/answer.ts'
import type { HasStatus, StatusOptions } from '../status/answer.ts'
import { answerFetch } from './fetch.ts'

/** The part of Hono's context that is used here. */
interface HonoContext {
  readonly req: { readonly raw: Request }
}

/** Middleware for Hono: answers the three paths, and leaves others to what comes next. */
export function mongoStatus(
  mongo: HasStatus | Promise<HasStatus>,
  options: StatusOptions<Request> = {},
): (context: HonoContext, next: () => Promise<void>) => Promise<Response | void> {
  heard(mongo)
  return async (context, next) => (await answerFetch(mongo, options, context.req.raw)) ?? next()
}
