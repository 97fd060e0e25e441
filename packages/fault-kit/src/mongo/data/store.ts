import { calculateObjectSize, ObjectId } from 'bson'

import type { Fields } from '../fields.ts'
import { matches } from './match.ts'
import { sameValue } from './values.ts'

/** Databases of collections of documents, in memory. Members of a set share one, as if replication took no time. */
export class Store {
  readonly #databases = new Map<string, Map<string, Fields[]>>()
  readonly #indexes = new Map<string, Fields[]>()

  /** Fills in documents by namespace. */
  seed(data: { readonly [namespace: string]: readonly Fields[] } = {}): void {
    for (const [namespace, documents] of Object.entries(data)) {
      const dot = namespace.indexOf('.')
      for (const each of documents) this.insert(namespace.slice(0, dot), namespace.slice(dot + 1), each)
    }
  }

  databases(): readonly { readonly name: string; readonly sizeOnDisk: number; readonly empty: boolean }[] {
    return [...this.#databases].map(([name, collections]) => {
      const documents = [...collections.values()].flat()
      const sizeOnDisk = documents.reduce((sum, document) => sum + calculateObjectSize(document), 0)
      return { name, sizeOnDisk, empty: documents.length === 0 }
    })
  }

  collections(database: string): readonly string[] {
    return [...(this.#databases.get(database)?.keys() ?? [])]
  }

  /** Makes an empty collection where there is none. */
  create(database: string, collection: string): void {
    this.#documents(database, collection, true)
  }

  /** Remembers indexes, and makes the collection where there is none. They are told of, and not enforced. */
  index(database: string, collection: string, indexes: readonly Fields[]): void {
    this.create(database, collection)
    const there = this.indexes(database, collection)
    const fresh = indexes.filter(({ name }) => there.every((each) => each['name'] !== name))
    this.#indexes.set(`${database}.${collection}`, [...there.slice(1), ...fresh])
  }

  /** The one of `_id` first. */
  indexes(database: string, collection: string): readonly Fields[] {
    return [{ key: { _id: 1 }, name: '_id_' }, ...(this.#indexes.get(`${database}.${collection}`) ?? [])]
  }

  drop(database: string, collection: string | null): boolean {
    for (const namespace of this.#indexes.keys()) {
      const gone =
        collection === null ? namespace.startsWith(`${database}.`) : namespace === `${database}.${collection}`
      if (gone) this.#indexes.delete(namespace)
    }
    if (collection === null) return this.#databases.delete(database)
    return this.#databases.get(database)?.delete(collection) ?? false
  }

  find(database: string, collection: string, filter: Fields): readonly Fields[] {
    return this.#documents(database, collection, false).filter((document) => matches(document, filter))
  }

  /** False where a document with that `_id` is there already. */
  insert(database: string, collection: string, document: Fields): boolean {
    const documents = this.#documents(database, collection, true)
    const whole = '_id' in document ? document : { _id: new ObjectId(), ...document }
    if (documents.some(({ _id }) => sameValue(_id, whole['_id']))) return false
    documents.push(whole)
    return true
  }

  replace(database: string, collection: string, from: Fields, to: Fields): void {
    const documents = this.#documents(database, collection, true)
    const index = documents.indexOf(from)
    if (index !== -1) documents[index] = to
  }

  remove(database: string, collection: string, gone: readonly Fields[]): void {
    const documents = this.#documents(database, collection, true)
    const kept = documents.filter((document) => !gone.includes(document))
    documents.splice(0, documents.length, ...kept)
  }

  #documents(database: string, collection: string, create: boolean): Fields[] {
    const collections = this.#databases.get(database) ?? new Map<string, Fields[]>()
    const documents = collections.get(collection) ?? []
    if (create) {
      this.#databases.set(database, collections)
      collections.set(collection, documents)
    }
    return documents
  }
}
