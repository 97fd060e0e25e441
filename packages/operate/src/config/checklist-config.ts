import { ConfigError, FieldReader } from './fields.ts'

/** One HTTP call of the application. */
export interface Call {
  readonly method: string
  readonly path: string
  /** Sent as JSON; `{random}` in its texts is one value for each run. */
  readonly body: unknown
}

export interface AppConfig {
  readonly baseUrl: string
  readonly signUp: Call | null
  readonly login: Call | null
  /** A JSON pointer into the login's answer; null: cookies are kept. */
  readonly token: string | null
  readonly protected: Call | null
  readonly status: Call | null
  /** Removes what the sign-up made, with the login's rights. */
  readonly cleanUp: Call | null
}

export interface ChecklistConfig {
  readonly target: string
  readonly collections: readonly string[]
  readonly scratch: { readonly database: string; readonly collection: string } | null
  /** The folder of the application's source. */
  readonly source: string | null
  readonly app: AppConfig | null
}

const names = ['target', 'collections', 'scratch', 'source', 'app']
const appNames = ['baseUrl', 'signUp', 'login', 'token', 'protected', 'status', 'cleanUp']

/** The `checklist` of `mongowhy.config.json`. Throws a `ConfigError` that names the place. */
export function readChecklist(value: unknown): ChecklistConfig {
  const fields = new FieldReader(value, 'checklist', names)
  return {
    target: fields.text('target') ?? 'main',
    collections: fields.texts('collections'),
    scratch: namespaceOf(fields),
    source: fields.text('source'),
    app: fields.object('app', appNames, readApp),
  }
}

function namespaceOf(fields: FieldReader): ChecklistConfig['scratch'] {
  const text = fields.text('scratch')
  if (text === null) return null
  const dot = text.indexOf('.')
  if (dot < 1 || dot === text.length - 1) {
    throw new ConfigError(
      `${fields.placeOf('scratch')} must name a database and a collection: app.mongowhy_scratch`,
    )
  }
  return { database: text.slice(0, dot), collection: text.slice(dot + 1) }
}

function readApp(fields: FieldReader): AppConfig {
  const baseUrl = fields.text('baseUrl')
  if (baseUrl === null || !URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) {
    throw new ConfigError(`${fields.placeOf('baseUrl')} must be an address: http://127.0.0.1:3000`)
  }
  const token = fields.text('token')
  if (token !== null && !token.startsWith('/')) {
    throw new ConfigError(`${fields.placeOf('token')} must be a JSON pointer into the login's answer: /token`)
  }
  const call = (name: string, method: string): Call | null =>
    fields.object(name, ['method', 'path', 'body'], (each) => readCall(each, method))
  return {
    baseUrl,
    signUp: call('signUp', 'POST'),
    login: call('login', 'POST'),
    token,
    protected: call('protected', 'GET'),
    status: call('status', 'GET'),
    cleanUp: call('cleanUp', 'DELETE'),
  }
}

function readCall(fields: FieldReader, usual: string): Call {
  const path = fields.text('path')
  if (path === null || !path.startsWith('/'))
    throw new ConfigError(`${fields.placeOf('path')} must begin with /`)
  const method = fields.text('method') ?? usual
  if (!/^[A-Z]{3,7}$/.test(method))
    throw new ConfigError(`${fields.placeOf('method')} must be a method: GET, POST`)
  return { method, path, body: fields.any('body') }
}
