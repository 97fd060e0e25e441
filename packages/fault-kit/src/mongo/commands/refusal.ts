import { EJSON } from 'bson'

import { allows } from '../auth/rights.ts'
import { atlasError, commandError } from '../errors.ts'
import type { Fields } from '../fields.ts'
import { fieldsOf, numberOf } from '../fields.ts'
import { collectionOf, placeOf } from './command.ts'
import type { Call, Command } from './command.ts'

/** Why this server will not run this command for this client; null where it will. Rights come before roles, as in mongod. */
export function refusal(call: Call, command: Command): Fields | null {
  return (
    unauthorized(call, command) ??
    wrongMember(call, command) ??
    concernRefused(call, command) ??
    noTransactions(call)
  )
}

function unauthorized(call: Call, { needs }: Command): Fields | null {
  const { server, session, name } = call
  if (needs === 'nothing' || !server.users.required) return null
  if (session.users.length === 0) {
    return commandError(13, 'Unauthorized', `Command ${name} requires authentication`)
  }
  if (needs === 'login' || allows(session.privileges, needs.action, placeOf(call, needs.on))) return null
  if (server.compat === 'atlas') {
    const namespace = `${call.database}.${collectionOf(call)}`
    return atlasError(`user is not allowed to do action [${needs.action}] on [${namespace}]`)
  }
  return commandError(
    13,
    'Unauthorized',
    `not authorized on ${call.database} to execute command ${shown(call.document)}`,
  )
}

function wrongMember({ server, document }: Call, { touches }: Command): Fields | null {
  if (touches === 'nothing') return null
  switch (server.role) {
    case 'standalone':
    case 'primary':
    case 'mongos':
    case 'load-balanced':
      return null
    case 'secondary': {
      if (touches === 'writes') return commandError(10107, 'NotWritablePrimary', 'not primary')
      const { mode } = fieldsOf(document, '$readPreference')
      return mode === undefined || mode === 'primary'
        ? commandError(13435, 'NotPrimaryNoSecondaryOk', 'not primary and secondaryOk=false')
        : null
    }
    case 'arbiter':
    case 'recovering':
    case 'ghost':
      return touches === 'writes'
        ? commandError(10107, 'NotWritablePrimary', 'not primary')
        : commandError(13436, 'NotPrimaryOrSecondary', 'node is not in primary or recovering state')
  }
}

function concernRefused({ server, document }: Call, { touches }: Command): Fields | null {
  const w = numberOf(fieldsOf(document, 'writeConcern'), 'w')
  return touches === 'writes' && server.role === 'standalone' && w !== null && w > 1
    ? commandError(2, 'BadValue', "cannot use 'w' > 1 when a host is not replicated")
    : null
}

function noTransactions({ server, document }: Call): Fields | null {
  if (server.role !== 'standalone' || document['txnNumber'] === undefined) return null
  return commandError(
    20,
    'IllegalOperation',
    'Transaction numbers are only allowed on a replica set member or mongos',
  )
}

/** A command as mongod quotes it: names bare, values as JSON. */
function shown(document: Fields): string {
  const fields = Object.entries(document).map(([name, value]) => `${name}: ${EJSON.stringify(value)}`)
  return `{ ${fields.join(', ')} }`.slice(0, 2_000)
}
