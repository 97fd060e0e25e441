import { MongoWhyError } from '../errors/mongo-why-error.ts'
import { inTime } from '../connection/wait.ts'
import type { Status } from './status.ts'

// A probe asks again soon; a connection that is still being made is not ready now.
const connectedWithinMs = 1_000

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
  const status = await statusOf(mongo)
  if (asked === '/readyz') return status.status === 'fail' ? plain(503, 'not ready') : plain(200, 'ok')
  return document(status, await allowed(authorize, request))
}

type Shown = Pick<Status, 'status' | 'observedValue' | 'time' | 'code' | 'relaxedTls'> & Partial<Status>

/** The status; of a connection that is not there yet, or never will be, that it fails and why. */
async function statusOf(mongo: HasStatus | Promise<HasStatus>): Promise<Shown> {
  const failing = (code: NonNullable<Status['code']>): Shown => ({
    status: 'fail',
    observedValue: null,
    time: new Date().toISOString(),
    code,
  })
  try {
    const connected = await inTime(Promise.resolve(mongo), connectedWithinMs)
    return connected === undefined ? failing('client-not-connected') : await connected.status()
  } catch (error) {
    return failing(error instanceof MongoWhyError ? error.code : 'unexplained')
  }
}

/** An `authorize` that throws allows nothing, and what it said is nobody's business here. */
async function allowed<Request>(
  authorize: StatusOptions<Request>['authorize'],
  request: Request,
): Promise<boolean> {
  try {
    return (await authorize?.(request)) === true
  } catch {
    return false
  }
}

/** Keeps a connection that never comes up from ending the process: the status tells of it when it is asked for. */
export function heard(mongo: HasStatus | Promise<HasStatus>): void {
  if (mongo instanceof Promise) mongo.catch(() => {})
}

function plain(code: number, body: string): StatusAnswer {
  return { code, contentType: 'text/plain; charset=utf-8', body: `${body}\n` }
}

/** health+json (draft-inadarei-api-health-check). Without authorisation no host, user, version or report is told. */
function document(status: Shown, authorized: boolean): StatusAnswer {
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
