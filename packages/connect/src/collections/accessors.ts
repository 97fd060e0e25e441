import { nearest } from '@mongowhy/core'
import type { Collection, Db } from 'mongodb'

import { UnknownCollectionError } from '../errors/unknown-collection-error.ts'
import type { CollectionDefinitions, DocumentOf } from './define.ts'

export type Accessors<Definitions extends CollectionDefinitions> = {
  readonly [Name in keyof Definitions]: Collection<DocumentOf<Definitions[Name]>>
}

// What the language and its tools ask any object for; an error there would break `await`, printing and serialising.
const askedOfAnything: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'nodeType',
  'asymmetricMatch',
  '$$typeof',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__proto__',
])

/** An accessor for each definition; asking for another throws an `UnknownCollectionError`. */
export function accessorsOf<Definitions extends CollectionDefinitions>(
  definitions: Definitions,
  db: Db,
): Accessors<Definitions> {
  const names = Object.keys(definitions)
  const collections: Record<string, Collection> = Object.create(null)
  for (const [accessor, { name = accessor }] of Object.entries(definitions)) {
    collections[accessor] = db.collection(name)
  }
  const guarded = new Proxy(collections, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name)
      if (askedOfAnything.has(name)) return undefined
      throw new UnknownCollectionError(name, names, nearest(name, names))
    },
    set: () => false,
    deleteProperty: () => false,
  })
  // The proxy has a collection for every definition, by construction.
  return guarded as unknown as Accessors<Definitions>
}
