import { randomBytes } from 'node:crypto'

import type { AppConfig, Call } from '../config/checklist-config.ts'

const answerMs = 10_000
const largestBody = 1_048_576

export interface Answer {
  readonly status: number
  /** Null where the body is no JSON. */
  readonly json: unknown
}

/** The application's endpoints, called as one user: cookies are kept, a token is sent where there is one. */
export class AppClient {
  readonly #app: AppConfig
  readonly #signal: AbortSignal
  readonly #random: string
  readonly #cookies = new Map<string, string>()
  #token: string | null = null

  constructor(app: AppConfig, signal: AbortSignal, random: string = randomBytes(9).toString('hex')) {
    this.#app = app
    this.#signal = signal
    this.#random = random
  }

  /** What stands for `{random}` in this run. */
  get random(): string {
    return this.#random
  }

  /** The same application as nobody in particular, or with a token that is none. */
  stranger(token: string | null = null): AppClient {
    const other = new AppClient(this.#app, this.#signal, this.#random)
    other.#token = token
    return other
  }

  login(token: string): void {
    this.#token = token
  }

  /** Makes a call. Rejects where no answer comes; redirects are answers. */
  async call({ method, path, body }: Call): Promise<Answer> {
    const url = new URL(path, this.#app.baseUrl)
    // `//elsewhere/login` begins with a slash, and would take the account there.
    if (url.origin !== new URL(this.#app.baseUrl).origin)
      throw new Error('the path leads away from checklist.app.baseUrl')
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.any([this.#signal, AbortSignal.timeout(answerMs)]),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.#token === null ? {} : { authorization: `Bearer ${this.#token}` }),
        ...(this.#cookies.size === 0
          ? {}
          : { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(this.#filled(body)) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=;\s]+)=([^;]*)/.exec(cookie) ?? []
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value)
    }
    return { status: response.status, json: parsed(await textOf(response)) }
  }

  #filled(value: unknown): unknown {
    if (typeof value === 'string') return value.replaceAll('{random}', this.#random)
    if (Array.isArray(value)) return value.map((each) => this.#filled(each))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.#filled(each)]))
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length > largestBody) throw new Error('the answer is longer than 1 MiB')
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The value that a JSON pointer (RFC 6901) leads to; undefined where it leads nowhere. */
export function at(value: unknown, pointer: string): unknown {
  let here = value
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined
    here = Reflect.get(here, name)
  }
  return here
}

/** Why a call came to nothing: the innermost reason that fetch gives. */
export function whyNoAnswer(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && 'code' in cause) return `no answer (${String(cause.code)})`
  return `no answer (${error instanceof Error ? error.message : 'it failed'})`
}
