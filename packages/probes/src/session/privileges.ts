import type { PrivilegesSighting } from '@mongowhy/core'

type Known = Extract<PrivilegesSighting['outcome'], { readonly is: 'known' }>

interface Privilege {
  readonly db: string | null
  readonly collection: string | null
  readonly anyResource: boolean
  readonly actions: readonly string[]
}

/** What a login may do, and a collection that it may read where its right to read is limited to some. */
export interface Rights {
  readonly sighting: Known
  readonly readable: string | null
}

/** Reads the reply of `connectionStatus` with privileges, for one database. */
export function rightsOf(reply: unknown, database: string): Rights {
  const info = fieldOf(reply, 'authInfo')
  const users = listOf(info, 'authenticatedUsers')
  const told = fieldOf(info, 'authenticatedUserPrivileges')
  const privileges = Array.isArray(told) && users.length > 0 ? told.slice(0, 5_000).map(privilegeOf) : null
  const may = (action: string): boolean | null =>
    privileges === null
      ? null
      : privileges.some((each) => covers(each, database) && each.actions.includes(action))
  const finding = (privileges ?? []).filter((each) => covers(each, database) && each.actions.includes('find'))
  const whole = finding.some(({ collection, anyResource }) => anyResource || collection === '')
  return {
    sighting: {
      is: 'known',
      authenticated: users.length > 0,
      roles: listOf(info, 'authenticatedUserRoles').slice(0, 64).map(roleOf),
      canFind: may('find'),
      canWrite: may('insert'),
      canList: may('listCollections'),
      readable: privileges === null ? null : readableDatabases(privileges),
    },
    readable: whole ? null : (finding.find(({ collection }) => collection !== null)?.collection ?? null),
  }
}

const mostDatabases = 16

/** Databases that a privilege names and lets be read. One for every database names none. */
function readableDatabases(privileges: readonly Privilege[]): readonly string[] {
  const named = privileges.flatMap(({ db, collection, actions }) =>
    db !== null && db !== '' && collection?.startsWith('system.') !== true && actions.includes('find')
      ? [db.slice(0, 64)]
      : [],
  )
  return [...new Set(named)].slice(0, mostDatabases)
}

/** Whether a privilege bears on collections of this database; those of the system are no data of the user's. */
function covers({ anyResource, db, collection }: Privilege, database: string): boolean {
  if (anyResource) return true
  if (collection === null || collection.startsWith('system.')) return false
  return db === '' || db === database
}

function privilegeOf(value: unknown): Privilege {
  const resource = fieldOf(value, 'resource')
  return {
    db: textOf(resource, 'db'),
    collection: textOf(resource, 'collection'),
    anyResource: fieldOf(resource, 'anyResource') === true,
    actions: listOf(value, 'actions').filter((action) => typeof action === 'string'),
  }
}

function roleOf(value: unknown): { readonly role: string; readonly db: string } {
  return { role: (textOf(value, 'role') ?? '').slice(0, 256), db: (textOf(value, 'db') ?? '').slice(0, 256) }
}

function fieldOf(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined
}

function textOf(of: unknown, name: string): string | null {
  const value = fieldOf(of, name)
  return typeof value === 'string' ? value : null
}

function listOf(of: unknown, name: string): readonly unknown[] {
  const value = fieldOf(of, name)
  return Array.isArray(value) ? value : []
}
