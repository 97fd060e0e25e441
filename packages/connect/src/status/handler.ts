import type { IncomingMessage, ServerResponse } from 'node:http'

import { answerTo, heard } from './answer.ts'
import type { HasStatus, StatusAnswer, StatusOptions } from './answer.ts'

/** Answers `GET /livez`, `/readyz` and `/status` below `basePath`. A Node request listener; other paths are 404. */
export function statusHandler(
  mongo: HasStatus | Promise<HasStatus>,
  options: StatusOptions<IncomingMessage> = {},
): (request: IncomingMessage, response: ServerResponse) => void {
  heard(mongo)
  return (request, response) => {
    const { method = 'GET', url = '/' } = request
    void answerTo(mongo, options, { method, url, request }).then((answer) =>
      send(response, answer ?? { code: 404, contentType: 'text/plain; charset=utf-8', body: 'not found\n' }),
    )
  }
}

/** Sends an answer; Node leaves the body of one to HEAD out by itself. */
export function send(response: ServerResponse, { code, contentType, body }: StatusAnswer): void {
  response.writeHead(code, {
    'content-type': contentType,
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
