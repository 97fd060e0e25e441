import type { BsonDocument, BsonValue } from './bson-read.ts'

// Host names end at 255 characters, and no list of a set's members at 50 is longer.
const longestText = 256
const longestList = 64

/** A text field, at most 256 characters; null when it is absent or of another type. Control characters are kept. */
export function textOf(document: BsonDocument, name: string): string | null {
  const value = document.get(name)
  return typeof value === 'string' ? value.slice(0, longestText) : null
}

/** A list's texts, at most 64 of at most 256 characters; empty when there is none. */
export function textsOf(document: BsonDocument, name: string): readonly string[] {
  const value = document.get(name)
  if (!isList(value)) return []
  return value
    .slice(0, longestList)
    .flatMap((entry) => (typeof entry === 'string' ? [entry.slice(0, longestText)] : []))
}

export function numberOf(document: BsonDocument, name: string): number | null {
  const value = document.get(name)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** Whether a flag is set; servers send 1 and 1.0 for true as well. */
export function flagOf(document: BsonDocument, name: string): boolean {
  const value = document.get(name)
  return value === true || (typeof value === 'number' && value !== 0)
}

export function documentOf(document: BsonDocument, name: string): BsonDocument | null {
  const value = document.get(name)
  return isDocument(value) ? value : null
}

export function isList(value: BsonValue | undefined): value is readonly BsonValue[] {
  return Array.isArray(value)
}

export function isDocument(value: BsonValue | undefined): value is BsonDocument {
  return value instanceof Map
}

export interface CommandError {
  readonly is: 'error'
  readonly code: number | null
  readonly codeName: string | null
  readonly message: string
}

/** The error that a reply carries; null when the command succeeded. */
export function errorOf(document: BsonDocument): CommandError | null {
  const legacy = textOf(document, '$err')
  if (legacy === null && (flagOf(document, 'ok') || !document.has('ok'))) return null
  return {
    is: 'error',
    code: numberOf(document, 'code'),
    codeName: textOf(document, 'codeName'),
    message: textOf(document, 'errmsg') ?? legacy ?? '',
  }
}
