import { sourceOf } from './connection-string/effective.ts'
import { scrubbed } from './connection-string/secrets.ts'
import { readUserinfo } from './connection-string/userinfo.ts'
import type { ParsedTarget } from './parsed-target.ts'
import { Secret } from './redaction/secret.ts'
import type { EffectiveOptions } from './sightings/index.ts'

/**
 * The target with the login of `auth: { username, password }`, which stands in code and wins over the one in the string;
 * the target itself where there is none. In code nothing is percent-encoded, so nothing is decoded here.
 */
export function withCodeLogin(
  target: ParsedTarget,
  effective: EffectiveOptions,
  auth: unknown,
): ParsedTarget {
  const username = textOf(auth, 'username')
  const password = textOf(auth, 'password')
  if (username === null) return target
  const text = [username, ...(password === null ? [] : [password])].map(encodeURIComponent).join(':')
  const { shape } = readUserinfo({ offset: 0, text })
  const { database } = target.uri
  const { authMechanism, authSource } = effective
  const effectiveAuthSource = sourceOf(authMechanism, authSource, {
    database,
    hasUsername: username !== '',
  })
  return {
    ...target,
    username: username === '' ? null : new Secret(username),
    password: password === null || password === '' ? null : new Secret(password),
    secrets: [...target.secrets, ...(password === null ? [] : scrubbed(password))],
    uri: { ...target.uri, credentials: shape, effective: { ...effective, effectiveAuthSource } },
  }
}

function textOf(from: unknown, name: string): string | null {
  if (typeof from !== 'object' || from === null) return null
  const value: unknown = Reflect.get(from, name)
  // A lone surrogate has no encoding, and no server keeps such a name.
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value) ? value : null
}
