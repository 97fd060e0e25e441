import { Secret } from '@mongowhy/core'

import type { ProbeContext } from '../context.ts'

/** Everything that no error text may hold: of the connection string, of the options in code, and of the proxy. */
export function secretsOf({ target, options }: Pick<ProbeContext, 'target' | 'options'>): readonly Secret[] {
  const { driverOptions } = options
  const { auth } = driverOptions
  const given = [
    driverOptions['tlsCertificateKeyFilePassword'],
    driverOptions['proxyPassword'],
    driverOptions['passphrase'],
    fieldOf(auth, 'password'),
  ]
  return [
    target.password,
    target.certificateKeyPassword,
    target.proxyPassword,
    options.proxy?.passwordOfUrl(),
    tellingUser(target.username, target.uri.database, target.uri.effective.effectiveAuthSource),
    ...given.map((value) => (typeof value === 'string' ? new Secret(value) : null)),
  ].filter((secret) => secret instanceof Secret)
}

/** A user called as a database is would take that database's name out of every message, where it must be read. */
function tellingUser(user: Secret | null, ...databases: readonly (string | null)[]): Secret | null {
  const name = user?.reveal() ?? ''
  return ['admin', 'test', 'local', 'root', 'user', ...databases].includes(name) ? null : user
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : null
}
