import type { IncomingMessage, ServerResponse } from 'node:http'

import { answerTo, heard } from '../status/answer.ts'
import type { HasStatus, StatusOptions } from '../status/answer.ts'
import { send } from '../status/handler.ts'

/** Middleware for Express (and Connect): answers the three paths, and leaves others to what comes next. */
export function mongoStatus(
  mongo: HasStatus | Promise<HasStatus>,
  options: StatusOptions<IncomingMessage> = {},
): (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void {
  heard(mongo)
  return (request, response, next) => {
    const { method = 'GET', url = '/' } = request
    answerTo(mongo, options, { method, url, request }).then((answer) => {
      if (answer === null) next()
      else send(response, answer)
    }, next)
  }
}
