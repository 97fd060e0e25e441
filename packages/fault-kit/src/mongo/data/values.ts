import { serialize } from 'bson'

import { isFields } from '../fields.ts'
import type { Fields } from '../fields.ts'

/** Whether two values are one and the same BSON. */
export function sameValue(a: unknown, b: unknown): boolean {
  return Buffer.compare(serialize({ v: a ?? null }), serialize({ v: b ?? null })) === 0
}

/** Negative where `a` comes first; null where the two cannot be compared. */
export function compareValues(a: unknown, b: unknown): number | null {
  const left = comparable(a)
  const right = comparable(b)
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  return null
}

/** The values at a dotted path; a list on the way gives those of each of its entries. */
export function valuesAt(document: unknown, path: string): readonly unknown[] {
  let values: readonly unknown[] = [document]
  for (const name of path.split('.')) {
    values = values.flatMap((value) => {
      const inside = Array.isArray(value) && !/^\d+$/.test(name) ? value : [value]
      return inside.map((each) => (isContainer(each) ? each[name] : undefined))
    })
  }
  return values
}

/** The document with a value put at a dotted path, or taken away where it is undefined. */
export function withValueAt(document: Fields, path: string, value: unknown): Fields {
  const [first = '', ...rest] = path.split('.')
  const { [first]: old, ...others } = document
  if (rest.length > 0) {
    const inner = isFields(old) ? old : {}
    return { ...document, [first]: withValueAt(inner, rest.join('.'), value) }
  }
  return value === undefined ? others : { ...document, [first]: value }
}

function isContainer(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function comparable(value: unknown): string | number | null {
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value)
  if (value instanceof Date) return value.getTime()
  return isFields(value) && typeof value['toHexString'] === 'function' ? String(value['toHexString']()) : null
}
