import type { CreateIndexesOptions, Document, IndexSpecification } from 'mongodb'

import type { OutputOf, StandardSchema } from './schema.ts'

export interface IndexDefinition extends CreateIndexesOptions {
  readonly key: Exclude<IndexSpecification, string | readonly unknown[]>
}

export interface CollectionDefinition {
  /** The collection's name in the database; the accessor's own name unless told. */
  readonly name?: string
  /** Zod, any Standard Schema, or `type<User>()`; gives the documents their type. */
  readonly schema?: StandardSchema
  readonly indexes?: readonly IndexDefinition[]
  /** The validator that the server should have: `{ $jsonSchema: … }`. */
  readonly validator?: Document
}

export type CollectionDefinitions = Readonly<Record<string, CollectionDefinition>>

/** What a document of a collection looks like. */
export type DocumentOf<Definition extends CollectionDefinition> = Definition extends {
  readonly schema: infer Schema
}
  ? OutputOf<Schema> extends Document
    ? OutputOf<Schema>
    : Document
  : Document

/** Declares the collections of an application, each under the name of its accessor. */
export function defineCollections<const Definitions extends CollectionDefinitions>(
  definitions: Definitions,
): Definitions {
  for (const [accessor, { name = accessor }] of Object.entries(definitions)) {
    const wrong = problemOfName(name)
    if (wrong !== null)
      throw new TypeError(
        `The collection ${JSON.stringify(accessor)} cannot be named ${JSON.stringify(name)}: ${wrong}`,
      )
  }
  return definitions
}

// Of the whole namespace, with the database's name and a dot; the server's limit.
const longestName = 255

/** MongoDB's own restrictions on collection names, and the driver's; null: it can be named so. */
export function problemOfName(name: unknown): string | null {
  if (typeof name !== 'string' || name === '') return 'a name is needed'
  if (Buffer.byteLength(name) > longestName) return `it must be no longer than ${longestName} bytes`
  if (/^\.|\.\.|\.$/.test(name)) return 'it must not begin or end with a dot, nor hold two in a row'
  if (name.includes('\0') || name.includes('$')) return 'it must hold neither NUL nor $'
  return name.startsWith('system.') ? 'names that begin with system. belong to the server' : null
}
