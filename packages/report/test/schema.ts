import { readFileSync } from 'node:fs'

import { Ajv2020 } from 'ajv/dist/2020.js'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** The schema with every object of listed properties closed, so that a property that it does not list is noticed. */
function closed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closed)
  if (schema === null || typeof schema !== 'object') return schema
  const entries = Object.entries(schema).map(([name, value]) => [name, closed(value)] as const)
  const listed = 'properties' in schema && !('additionalProperties' in schema)
  return Object.fromEntries(listed ? [...entries, ['additionalProperties', false] as const] : entries)
}

/** Checks a document against a schema that ships; the complaints, none when it fits. */
export function validator(
  name: 'diagnose' | 'causes' | 'diff' | 'explain' | 'report',
): (document: unknown) => readonly string[] {
  const path = new URL(`../../cli/schema/${name}.schema.json`, import.meta.url)
  const schema = closed(JSON.parse(readFileSync(path, 'utf8')) as Json)
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema as object)
  return (document) => {
    validate(JSON.parse(JSON.stringify(document)))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`)
  }
}
