import type { IndexDescriptionInfo } from 'mongodb'

import type { IndexDefinition } from '../collections/define.ts'

/** The index's name: its own, or as MongoDB makes it of the keys, `email_1_age_-1`. */
export function nameOf({ key, name }: IndexDefinition): string {
  return name ?? pairs(key).flat().join('_')
}

// What changes the meaning of an index. What the server adds by itself (v, background, text weights) does not count.
const compared = [
  'unique',
  'sparse',
  'expireAfterSeconds',
  'partialFilterExpression',
  'collation',
  'hidden',
] as const

/** The names of what differs. */
export function differences(wanted: IndexDefinition, there: IndexDescriptionInfo): readonly string[] {
  const options = compared.filter((name) => {
    const [want, have]: readonly unknown[] = [wanted[name], Reflect.get(there, name)]
    // The server fills a collation in; only the locale is the user's.
    if (name === 'collation') return localeOf(want) !== localeOf(have)
    return JSON.stringify(want || undefined) !== JSON.stringify(have || undefined)
  })
  const key = JSON.stringify(pairs(wanted.key)) === JSON.stringify(pairs(there.key)) ? [] : ['key']
  return [...key, ...options]
}

function pairs(key: object): readonly (readonly [string, unknown])[] {
  return key instanceof Map ? [...key] : Object.entries(key)
}

function localeOf(collation: unknown): unknown {
  return typeof collation === 'object' && collation !== null ? Reflect.get(collation, 'locale') : undefined
}
