/** A document, as commands and replies are. */
export interface Fields {
  readonly [name: string]: unknown
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(fields: Fields, name: string): string | null {
  const value = fields[name]
  return typeof value === 'string' ? value : null
}

export function numberOf(fields: Fields, name: string): number | null {
  const value = Number(fields[name] ?? Number.NaN)
  return Number.isNaN(value) ? null : value
}

/** The document at a name; empty where there is none. */
export function fieldsOf(fields: Fields, name: string): Fields {
  const value = fields[name]
  return isFields(value) ? value : {}
}

/** The documents of a list at a name. */
export function listOf(fields: Fields, name: string): readonly Fields[] {
  const value = fields[name]
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** Bytes, however the reader of BSON gives them. */
export function bytesOf(fields: Fields, name: string): Buffer {
  const value = fields[name]
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (isFields(value) && value['buffer'] instanceof Uint8Array) return Buffer.from(value['buffer'])
  return typeof value === 'string' ? Buffer.from(value) : Buffer.alloc(0)
}
