import type { GrantedRole, Mechanism, MongoOptions, Privilege } from '../options.ts'
import { privilegesOf } from './rights.ts'
import { scramSecret } from './scram.ts'
import type { ScramMechanism, ScramSecret } from './scram.ts'

/** A user as the server knows it. */
export interface KnownUser {
  readonly name: string
  readonly db: string
  readonly password: string | null
  readonly roles: readonly GrantedRole[]
  readonly privileges: readonly Privilege[]
  readonly mechanisms: readonly Mechanism[]
  secret(mechanism: ScramMechanism): ScramSecret
}

/** The users of a server, and the mechanisms that it offers. */
export interface Users {
  readonly offered: readonly Mechanism[]
  readonly required: boolean
  find(db: string, name: string): KnownUser | null
}

const scrams: readonly Mechanism[] = ['SCRAM-SHA-1', 'SCRAM-SHA-256']
const root: readonly GrantedRole[] = [{ role: 'root', db: 'admin' }]

export function usersOf(options: MongoOptions): Users {
  const known = (options.users ?? []).map((user): KnownUser => {
    const mechanisms = user.mechanisms ?? scrams
    const external = mechanisms.every((mechanism) => !scrams.includes(mechanism))
    const roles = user.roles ?? root
    const secrets = new Map<ScramMechanism, ScramSecret>()
    return {
      name: user.name,
      db: user.db ?? (external ? '$external' : 'admin'),
      password: user.password ?? null,
      roles,
      privileges: roles.flatMap(privilegesOf),
      mechanisms,
      secret: (mechanism) => {
        const secret = secrets.get(mechanism) ?? scramSecret(mechanism, user.name, user.password ?? '')
        secrets.set(mechanism, secret)
        return secret
      },
    }
  })
  return {
    offered: options.authenticationMechanisms ?? [
      ...new Set([...scrams, ...known.flatMap(({ mechanisms }) => mechanisms)]),
    ],
    required: options.requireAuth ?? known.length > 0,
    find: (db, name) => known.find((user) => user.db === db && user.name === name) ?? null,
  }
}
