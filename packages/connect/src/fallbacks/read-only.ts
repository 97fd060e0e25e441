import type { Admin, Collection, Db, Document } from 'mongodb'

import { ReadOnlyFallbackError } from '../errors/read-only-fallback-error.ts'

// What reads. Everything else is refused, so that a method that a later driver adds is refused too.
const collectionReads: ReadonlySet<string> = new Set([
  'find',
  'findOne',
  'countDocuments',
  'estimatedDocumentCount',
  'count',
  'distinct',
  'watch',
  'listIndexes',
  'indexes',
  'indexExists',
  'indexInformation',
  'listSearchIndexes',
  'isCapped',
  'options',
])
const databaseReads: ReadonlySet<string> = new Set(['listCollections', 'stats', 'indexInformation', 'watch'])
const adminReads: ReadonlySet<string> = new Set([
  'buildInfo',
  'listDatabases',
  'ping',
  'replSetGetStatus',
  'serverInfo',
  'serverStatus',
])
const readCommands: ReadonlySet<string> = new Set([
  'ping',
  'hello',
  'find',
  'count',
  'distinct',
  'getMore',
  'killCursors',
  'dbStats',
  'collStats',
  'listCollections',
  'listIndexes',
  'buildInfo',
  'connectionStatus',
  'serverStatus',
  'explain',
])

/** The database, without what writes: refused before anything is sent. */
export function readOnlyDb(db: Db): Db {
  return guard(db, (name) => {
    if (name === 'collection') {
      return (...args: Parameters<Db['collection']>) => readOnlyCollection(db.collection(...args))
    }
    if (name === 'aggregate')
      return (...args: Parameters<Db['aggregate']>) => (
        refuseWriting(args[0] ?? [], name),
        db.aggregate(...args)
      )
    if (name === 'collections') {
      return async (...args: Parameters<Db['collections']>) =>
        (await db.collections(...args)).map(readOnlyCollection)
    }
    if (name === 'admin') return () => readOnlyAdmin(db.admin())
    if (name === 'command') {
      return async (...args: Parameters<Db['command']>) => (refuseCommand(args[0]), db.command(...args))
    }
    if (name === 'runCursorCommand') {
      return (...args: Parameters<Db['runCursorCommand']>) => (
        refuseCommand(args[0]),
        db.runCursorCommand(...args)
      )
    }
    return databaseReads.has(name) ? 'as it is' : 'refused'
  })
}

function readOnlyAdmin(admin: Admin): Admin {
  return guard(admin, (name) => {
    if (name === 'command') {
      return async (...args: Parameters<Admin['command']>) => (refuseCommand(args[0]), admin.command(...args))
    }
    return adminReads.has(name) ? 'as it is' : 'refused'
  })
}

/** A collection, without what writes. */
export function readOnlyCollection(collection: Collection): Collection {
  return guard(collection, (name) => {
    if (name === 'aggregate') {
      return (...args: Parameters<Collection['aggregate']>) => (
        refuseWriting(args[0] ?? [], name),
        collection.aggregate(...args)
      )
    }
    return collectionReads.has(name) ? 'as it is' : 'refused'
  })
}

type Treatment = 'as it is' | 'refused' | ((...args: never[]) => unknown)

function guard<Guarded extends object>(target: Guarded, treat: (method: string) => Treatment): Guarded {
  return new Proxy(target, {
    get(_, name) {
      // Getters and private fields of the driver's classes need the object itself, not the proxy.
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function' || typeof name === 'symbol' || name === 'constructor') return value
      const treatment = treat(name)
      if (typeof treatment === 'function') return treatment
      if (treatment === 'as it is') return value.bind(target)
      return () => refuse(name)
    },
  })
}

/** Methods that return a promise reject; the two that return a builder at once must throw. */
function refuse(name: string): Promise<never> {
  const error = new ReadOnlyFallbackError(name)
  if (name.startsWith('initialize')) throw error
  return Promise.reject(error)
}

function refuseCommand(command: Document): void {
  const [name = ''] = Object.keys(command)
  if (!readCommands.has(name)) throw new ReadOnlyFallbackError(name)
}

function refuseWriting(pipeline: readonly Document[], operation: string): void {
  const [stage] = pipeline
    .flatMap((each) => Object.keys(each))
    .filter((name) => name === '$out' || name === '$merge')
  if (stage !== undefined) throw new ReadOnlyFallbackError(`${operation} with ${stage}`)
}
