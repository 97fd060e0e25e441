import type { CollectionInfo, Db, Document, IndexDescriptionInfo } from 'mongodb'

import type { CollectionDefinitions, IndexDefinition } from '../collections/define.ts'
import { differences, nameOf } from './compare.ts'

/** One place where the database and the definitions differ. */
export type Drift =
  | { readonly kind: 'missing-index'; readonly collection: string; readonly index: string }
  | {
      readonly kind: 'different-index'
      readonly collection: string
      readonly index: string
      readonly differs: readonly string[]
    }
  /** An index that nobody defined. It is never dropped. */
  | { readonly kind: 'extra-index'; readonly collection: string; readonly index: string }
  | { readonly kind: 'missing-validator'; readonly collection: string }
  | { readonly kind: 'different-validator'; readonly collection: string }

export interface Indexes {
  /** What differs from the definitions; empty: nothing. Changes nothing. */
  plan(): Promise<readonly Drift[]>
  /** Creates the indexes and validators that are missing, and drops nothing; resolves to what it created. */
  apply(): Promise<readonly Drift[]>
}

const namespaceExists = 48

/** The indexes and validators of the definitions, against those of the database. */
export function indexesOf(definitions: CollectionDefinitions, db: () => Db): Indexes {
  const plan = async (): Promise<readonly Drift[]> => {
    const there = await db().listCollections().toArray()
    const found = await Promise.all(
      Object.entries(definitions).map(async ([accessor, definition]) => {
        const { name = accessor, indexes = [], validator } = definition
        const info = there.find((each) => each.name === name)
        const present = info === undefined ? [] : await db().collection(name).listIndexes().toArray()
        return [...indexDrift(name, indexes, present), ...validatorDrift(name, validator, info)]
      }),
    )
    return found.flat()
  }
  const apply = async (): Promise<readonly Drift[]> => {
    const wanted = (await plan()).filter(
      ({ kind }) => kind === 'missing-index' || kind === 'missing-validator',
    )
    for (const drift of wanted) await create(db(), definitions, drift)
    return wanted
  }
  return { plan, apply }
}

function indexDrift(
  collection: string,
  wanted: readonly IndexDefinition[],
  present: readonly IndexDescriptionInfo[],
): readonly Drift[] {
  const drift = wanted.flatMap((definition): readonly Drift[] => {
    const index = nameOf(definition)
    const there = present.find(({ name }) => name === index)
    if (there === undefined) return [{ kind: 'missing-index', collection, index }]
    const differs = differences(definition, there)
    return differs.length === 0 ? [] : [{ kind: 'different-index', collection, index, differs }]
  })
  const names = new Set(['_id_', ...wanted.map(nameOf)])
  const extra = present.flatMap(({ name = '' }): readonly Drift[] =>
    names.has(name) ? [] : [{ kind: 'extra-index', collection, index: name }],
  )
  return [...drift, ...extra]
}

function validatorDrift(
  collection: string,
  wanted: Document | undefined,
  info: CollectionInfo | Pick<CollectionInfo, 'name' | 'type'> | undefined,
): readonly Drift[] {
  if (wanted === undefined) return []
  const options = info !== undefined && 'options' in info ? info.options : undefined
  const there: unknown = options?.['validator']
  if (there === undefined) return [{ kind: 'missing-validator', collection }]
  return JSON.stringify(there) === JSON.stringify(wanted) ? [] : [{ kind: 'different-validator', collection }]
}

async function create(db: Db, definitions: CollectionDefinitions, drift: Drift): Promise<void> {
  const [, definition] =
    Object.entries(definitions).find(([accessor, { name = accessor }]) => name === drift.collection) ?? []
  if (drift.kind === 'missing-index') {
    const index = definition?.indexes?.find((each) => nameOf(each) === drift.index)
    if (index === undefined) return
    const { key, ...options } = index
    await db.collection(drift.collection).createIndex(key, { ...options, name: drift.index })
    return
  }
  const validator = definition?.validator
  if (validator === undefined) return
  try {
    await db.createCollection(drift.collection, { validator })
  } catch (error) {
    if (!(error instanceof Error) || Reflect.get(error, 'code') !== namespaceExists) throw error
    await db.command({ collMod: drift.collection, validator })
  }
}
