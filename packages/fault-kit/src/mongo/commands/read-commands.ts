import { Long } from 'bson'

import { aggregated, selected } from '../data/select.ts'
import { sameValue, valuesAt } from '../data/values.ts'
import { commandError } from '../errors.ts'
import { fieldsOf, listOf, textOf } from '../fields.ts'
import type { Fields } from '../fields.ts'
import { collectionOf } from './command.ts'
import type { Call, Command } from './command.ts'

function reading(action: string, on: 'collection' | 'database', run: (call: Call) => Fields): Command {
  return { needs: { action, on }, touches: 'reads', run }
}

/** Commands that read data. */
export const readCommands: { readonly [name: string]: Command } = {
  find: reading('find', 'collection', (call) =>
    cursor(call, selected(found(call, fieldsOf(call.document, 'filter')), call.document)),
  ),
  getMore: reading('find', 'database', ({ document }) =>
    commandError(43, 'CursorNotFound', `cursor id ${String(document['getMore'])} not found`),
  ),
  aggregate: reading('find', 'collection', (call) =>
    cursor(call, aggregated(found(call, {}), listOf(call.document, 'pipeline'))),
  ),
  count: reading('find', 'collection', (call) => ({
    n: selected(found(call, fieldsOf(call.document, 'query')), call.document).length,
    ok: 1,
  })),
  distinct: reading('find', 'collection', (call) => {
    const values = found(call, fieldsOf(call.document, 'query'))
      .flatMap((document) => valuesAt(document, textOf(call.document, 'key') ?? ''))
      .filter((value) => value !== undefined)
    return {
      values: values.filter((value, at) => values.findIndex((other) => sameValue(value, other)) === at),
      ok: 1,
    }
  }),
  listCollections: reading('listCollections', 'database', (call) => {
    const all = call.server.store
      .collections(call.database)
      .map((name) => ({ name, type: 'collection', options: {}, info: { readOnly: false } }))
    const { filter } = call.document
    const documents = filter === undefined ? all : aggregated(all, [{ $match: filter }])
    return cursor(call, documents, '$cmd.listCollections')
  }),
  listIndexes: reading('listIndexes', 'collection', (call) =>
    call.server.store.collections(call.database).includes(collectionOf(call))
      ? cursor(
          call,
          call.server.store.indexes(call.database, collectionOf(call)).map((index) => ({ v: 2, ...index })),
        )
      : commandError(26, 'NamespaceNotFound', `ns does not exist: ${call.database}.${collectionOf(call)}`),
  ),
}

function found({ server, database, ...rest }: Call, filter: Fields): readonly Fields[] {
  return server.store.find(database, collectionOf({ server, database, ...rest }), filter)
}

/** Everything in the first batch: a lab's collections are small. */
function cursor(call: Call, documents: readonly Fields[], collection = collectionOf(call)): Fields {
  return {
    cursor: { firstBatch: documents, id: Long.ZERO, ns: `${call.database}.${collection}` },
    ok: 1,
  }
}
