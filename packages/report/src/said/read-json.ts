import { UnreadableDocument } from '../saved/parse.ts'
import type { Json } from '../saved/schema.ts'
import type { Result, Said, Statement, Try } from './said.ts'

type JsonObject = { readonly [name: string]: Json | undefined }

/** What was said, from a document that fits `schema/said.schema.json`: the caller has made sure of that. */
export function saidFromJson(document: Json): Said {
  if (!isObject(document)) throw new UnreadableDocument('it must hold a JSON object')
  return {
    error: text(document['error']),
    tried: list(document['tried']).map((each, index) => tryOf(each, `tried[${index}]`)),
    concluded: list(document['concluded']).map((each, index): Statement => ({
      text: text(each) ?? '',
      place: `concluded[${index}]`,
    })),
  }
}

function tryOf(value: Json, place: string): Try {
  const given = isObject(value) ? value : {}
  const at = text(given['at'])
  if (at !== null && Number.isNaN(Date.parse(at)))
    throw new UnreadableDocument(`${place}.at must be a time, as ISO 8601 writes it`)
  return {
    at,
    what: text(given['what']) ?? '',
    result: resultOf(given['result']),
    outcome: text(given['outcome']) ?? '',
    place,
  }
}

function resultOf(value: Json | undefined): Result {
  return value === 'worked' || value === 'failed' ? value : 'unclear'
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
