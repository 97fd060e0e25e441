import { redactText, Secret, tellingUser } from '@mongowhy/core'

import type { ProbeContext } from '../context.ts'

/** Takes out of a text of others what must not stand in evidence. */
export type Redaction = (text: string) => string

/** Every secret of the connection string, of the options in code and of the proxy; and the users, unless they are kept. */
export function redactionOf({ target, options }: Pick<ProbeContext, 'target' | 'options'>): Redaction {
  const { driverOptions } = options
  const { auth } = driverOptions
  const given = [
    driverOptions['tlsCertificateKeyFilePassword'],
    driverOptions['proxyPassword'],
    driverOptions['passphrase'],
    fieldOf(auth, 'password'),
  ]
  const secrets = [
    target.password,
    target.certificateKeyPassword,
    target.proxyPassword,
    options.proxy?.passwordOfUrl(),
    ...given.map((value) => (typeof value === 'string' ? new Secret(value) : null)),
  ].filter((secret) => secret instanceof Secret)
  const databases = [target.uri.database, target.uri.effective.effectiveAuthSource]
  const names = [target.username, target.proxyUsername, options.proxy?.userOfUrl() ?? null]
    .map((user) => tellingUser(user, databases))
    .filter((user) => user !== null)
  const users = { users: options.userNames, names }
  return (text) => redactText(text, secrets, users)
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : null
}
