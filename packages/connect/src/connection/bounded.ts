import type { Collection, Db } from 'mongodb'

// Where each method takes its options. Not here: watch(), which waits for as long as nothing happens; and listIndexes()
// and bulk builders, whose commands are the driver's own.
const optionsAt: Readonly<Record<string, number>> = {
  aggregate: 1,
  bulkWrite: 1,
  countDocuments: 1,
  createIndex: 1,
  createIndexes: 1,
  deleteMany: 1,
  deleteOne: 1,
  distinct: 2,
  dropIndex: 1,
  estimatedDocumentCount: 0,
  find: 1,
  findOne: 1,
  findOneAndDelete: 1,
  findOneAndReplace: 2,
  findOneAndUpdate: 2,
  insertMany: 1,
  insertOne: 1,
  replaceOne: 2,
  updateMany: 2,
  updateOne: 2,
}

/**
 * Gives every operation of a database and its collections a `maxTimeMS`, unless it has one. Drivers from 7.9 on have no
 * `timeoutMS` that works, and the others know this one as well. Changes these objects, not the driver's classes.
 */
export function bounded(db: Db, ms: number): void {
  const collection = db.collection.bind(db)
  define(db, 'collection', (...args: Parameters<Db['collection']>) => {
    const made = collection(...args)
    for (const [method, at] of Object.entries(optionsAt)) bind(made, method, at, ms)
    return made
  })
  bind(db, 'aggregate', 1, ms)
  const command = db.command.bind(db)
  define(db, 'command', (...[given, ...rest]: Parameters<Db['command']>) =>
    command({ ...given, maxTimeMS: given['maxTimeMS'] ?? ms }, ...rest),
  )
}

function bind(target: Db | Collection, name: string, at: number, ms: number): void {
  const method: unknown = Reflect.get(target, name)
  // A driver of another version may not have all of them.
  if (typeof method !== 'function') return
  define(target, name, (...args: unknown[]) => {
    const given = args[at]
    const options = typeof given === 'object' && given !== null ? given : {}
    while (args.length < at) args.push(undefined)
    args[at] = { maxTimeMS: ms, ...options }
    return Reflect.apply(method, target, args)
  })
}

function define(target: object, name: string, value: (...args: never[]) => unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true })
}
