import type { Status } from './status.ts'

/** What is asked for its status; `connect()` resolves to one. */
export interface HasStatus {
  status(): Promise<Status>
}

export interface StatusOptions<Request> {
  /** Who may see details; nobody unless told. */
  readonly authorize?: (request: Request) => boolean | Promise<boolean>
  /** Where the three paths begin; the root unless told. */
  readonly basePath?: string
}

/** An answer to a request for the status. */
export interface StatusAnswer {
  readonly code: number
  readonly contentType: string
  readonly body: string
}

export interface StatusRequest<Request> {
  readonly method: string
  /** The path, with or without a query. */
  readonly url: string
  /** What the framework calls a request, for `authorize`. */
  readonly request: Request
}

/** The answer to `GET /livez`, `/readyz` or `/status`; null for any other path. Never rejects. */
export async function answerTo<Request>(
  mongo: HasStatus | Promise<HasStatus>,
  { authorize, basePath = '' }: StatusOptions<Request>,
  { method, url, request }: StatusRequest<Request>,
): Promise<StatusAnswer | null> {
  const path = url.replace(/[?#].*$/s, '')
  const base = basePath.replace(/\/+$/, '')
  const asked = path.startsWith(`${base}/`) ? path.slice(base.length) : ''
  if (asked !== '/livez' && asked !== '/readyz' && asked !== '/status') return null
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'GET alone')
  if (asked === '/livez') return plain(200, 'ok')
  try {
    const status = await (await mongo).status()
    if (asked === '/readyz') return status.status === 'fail' ? plain(503, 'not ready') : plain(200, 'ok')
    return document(status, (await authorize?.(request)) === true)
  } catch {
    // A connection that never came up, or an `authorize` that threw: nothing of it is anybody's business here.
    return plain(503, 'the status is not known')
  }
}

function plain(code: number, body: string): StatusAnswer {
  return { code, contentType: 'text/plain; charset=utf-8', body: `${body}\n` }
}

/** health+json (draft-inadarei-api-health-check). Without authorisation no host, user, version or report is told. */
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
