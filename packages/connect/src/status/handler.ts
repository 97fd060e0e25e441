import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Status } from './status.ts'

export interface StatusHandlerOptions {
  /** Who may see details; nobody unless told. */
  readonly authorize?: (request: IncomingMessage) => boolean | Promise<boolean>
  /** Where the three paths begin; the root unless told. */
  readonly basePath?: string
}

/** What the handler asks; `connect()` resolves to one. */
export interface HasStatus {
  status(): Promise<Status>
}

/** An answer to a request for the status, for adapters. */
export interface StatusAnswer {
  readonly code: number
  readonly contentType: string
  readonly body: string
}

/**
 * Answers `GET /livez`, `/readyz` and `/status` (health+json). A Node request listener; other paths are 404. Without
 * authorisation no host, user, version or report is told.
 */
export function statusHandler(
  mongo: HasStatus,
  options: StatusHandlerOptions = {},
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    void answerTo(mongo, options, request).then(({ code, contentType, body }) => {
      response.writeHead(code, {
        'content-type': contentType,
        'cache-control': 'no-store',
        'content-length': Buffer.byteLength(body),
      })
      response.end(request.method === 'HEAD' ? undefined : body)
    })
  }
}

/** The answer to a request. Never rejects. */
export async function answerTo(
  mongo: HasStatus,
  { authorize, basePath = '' }: StatusHandlerOptions,
  request: IncomingMessage,
): Promise<StatusAnswer> {
  const path = (request.url ?? '/').replace(/[?#].*$/s, '')
  const base = basePath.replace(/\/+$/, '')
  if (!path.startsWith(`${base}/`)) return plain(404, 'not found')
  const method = request.method ?? 'GET'
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'GET alone')
  try {
    switch (path.slice(base.length)) {
      case '/livez':
        return plain(200, 'ok')
      case '/readyz': {
        const { status } = await mongo.status()
        return status === 'fail' ? plain(503, 'not ready') : plain(200, 'ok')
      }
      case '/status': {
        const authorized = (await authorize?.(request)) === true
        return document(await mongo.status(), authorized)
      }
      default:
        return plain(404, 'not found')
    }
  } catch {
    return plain(503, 'the status is not known')
  }
}

function plain(code: number, body: string): StatusAnswer {
  return { code, contentType: 'text/plain; charset=utf-8', body: `${body}\n` }
}

function document(status: Status, authorized: boolean): StatusAnswer {
  const { observedValue, time, code, using, relaxedTls } = status
  const check = {
    componentType: 'datastore',
    status: status.status,
    ...(observedValue === null ? {} : { observedValue, observedUnit: 'ms' }),
    time,
    ...(code === undefined ? {} : { output: code }),
  }
  const body = {
    status: status.status,
    checks: { 'mongodb:connection': [check] },
    ...(authorized ? { using, ...(relaxedTls === undefined ? {} : { relaxedTls }) } : {}),
  }
  return {
    code: status.status === 'fail' ? 503 : 200,
    contentType: 'application/health+json',
    body: `${JSON.stringify(body)}\n`,
  }
}
