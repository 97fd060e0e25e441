import { ObjectId } from 'bson'

import { selected } from '../data/select.ts'
import { updated, upserted } from '../data/update.ts'
import { commandError } from '../errors.ts'
import { fieldsOf, isFields, listOf } from '../fields.ts'
import type { Fields } from '../fields.ts'
import { collectionOf } from './command.ts'
import type { Call, Command } from './command.ts'

function writing(action: string, on: 'collection' | 'database', run: (call: Call) => Fields): Command {
  return { needs: { action, on }, touches: 'writes', run }
}

/** Commands that write data. */
export const writeCommands: { readonly [name: string]: Command } = {
  insert: writing('insert', 'collection', insert),
  update: writing('update', 'collection', update),
  delete: writing('remove', 'collection', remove),
  findAndModify: writing('update', 'collection', findAndModify),
  create: writing('createCollection', 'collection', ({ server, database, ...rest }) => {
    server.store.create(database, collectionOf({ server, database, ...rest }))
    return { ok: 1 }
  }),
  createIndexes: writing('createIndex', 'collection', (call) => {
    call.server.store.index(call.database, collectionOf(call), listOf(call.document, 'indexes'))
    return { ok: 1 }
  }),
  drop: writing('dropCollection', 'collection', (call) =>
    call.server.store.drop(call.database, collectionOf(call))
      ? { ok: 1 }
      : commandError(26, 'NamespaceNotFound', 'ns not found'),
  ),
  dropDatabase: writing('dropDatabase', 'database', ({ server, database }) => {
    server.store.drop(database, null)
    return { ok: 1 }
  }),
}

function insert(call: Call): Fields {
  const { server, database, document } = call
  const collection = collectionOf(call)
  const writeErrors: Fields[] = []
  let n = 0
  for (const [index, each] of listOf(document, 'documents').entries()) {
    if (server.store.insert(database, collection, each)) n += 1
    else {
      writeErrors.push({
        index,
        code: 11000,
        errmsg: `E11000 duplicate key error collection: ${database}.${collection} index: _id_`,
      })
      if (document['ordered'] !== false) break
    }
  }
  return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 }
}

function update(call: Call): Fields {
  const { server, database, document } = call
  const collection = collectionOf(call)
  const upsertedIds: Fields[] = []
  let matched = 0
  for (const [index, each] of listOf(document, 'updates').entries()) {
    const [filter, change] = [fieldsOf(each, 'q'), fieldsOf(each, 'u')]
    const all = server.store.find(database, collection, filter)
    const hit = each['multi'] === true ? all : all.slice(0, 1)
    for (const old of hit) server.store.replace(database, collection, old, updated(old, change))
    matched += hit.length
    if (hit.length === 0 && each['upsert'] === true) {
      const fresh = withId(upserted(filter, change))
      server.store.insert(database, collection, fresh)
      upsertedIds.push({ index, _id: fresh['_id'] })
    }
  }
  const upserts = upsertedIds.length > 0 ? { upserted: upsertedIds } : {}
  return { n: matched + upsertedIds.length, nModified: matched, ...upserts, ok: 1 }
}

function remove(call: Call): Fields {
  const { server, database, document } = call
  const collection = collectionOf(call)
  let n = 0
  for (const each of listOf(document, 'deletes')) {
    const all = server.store.find(database, collection, fieldsOf(each, 'q'))
    const gone = each['limit'] === 1 ? all.slice(0, 1) : all
    server.store.remove(database, collection, gone)
    n += gone.length
  }
  return { n, ok: 1 }
}

function findAndModify(call: Call): Fields {
  const { server, database, document } = call
  const collection = collectionOf(call)
  const filter = fieldsOf(document, 'query')
  const [old] = selected(server.store.find(database, collection, filter), { sort: document['sort'] })
  if (document['remove'] === true) {
    if (old !== undefined) server.store.remove(database, collection, [old])
    return { lastErrorObject: { n: old === undefined ? 0 : 1 }, value: old ?? null, ok: 1 }
  }
  const change = fieldsOf(document, 'update')
  const upserts = old === undefined && document['upsert'] === true
  const fresh = old !== undefined ? updated(old, change) : upserts ? withId(upserted(filter, change)) : null
  if (fresh !== null && old !== undefined) server.store.replace(database, collection, old, fresh)
  if (fresh !== null && old === undefined) server.store.insert(database, collection, fresh)
  const value = document['new'] === true ? fresh : old
  return {
    lastErrorObject: { n: fresh === null ? 0 : 1, updatedExisting: old !== undefined },
    value: isFields(value) ? value : null,
    ok: 1,
  }
}

function withId(document: Fields): Fields {
  return '_id' in document ? document : { _id: new ObjectId(), ...document }
}
