export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined }

/** As much of JSON Schema 2020-12 as the schemas that ship make use of. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string | readonly string[]
  readonly const?: Json
  readonly enum?: readonly Json[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly pattern?: string
  readonly minimum?: number
  readonly maxItems?: number
  readonly maxLength?: number
}

/** What does not fit, and where: the keys and indexes that lead there. */
export interface Misfit {
  readonly path: readonly (string | number)[]
  readonly problem: string
  /** It is not the word by which this form is told from others: another form was meant. */
  readonly other?: true
}

/** The first place where a value does not fit a schema; null when it fits. Goes as deep as the schema does. */
export function misfit(value: Json | undefined, schema: Schema, root: Schema = schema): Misfit | null {
  if (schema.$ref !== undefined) return misfit(value, definition(schema.$ref, root), root)
  if (value === undefined) return { path: [], problem: 'is missing' }
  return (
    constant(value, schema) ??
    kind(value, schema) ??
    text(value, schema) ??
    anyOf(value, schema, root) ??
    members(value, schema, root)
  )
}

function definition(reference: string, root: Schema): Schema {
  const found = root.$defs?.[reference.slice('#/$defs/'.length)]
  if (found === undefined) throw new TypeError(`the schema has no ${reference}`)
  return found
}

function constant(value: Json, schema: Schema): Misfit | null {
  const allowed = schema.const === undefined ? schema.enum : [schema.const]
  if (allowed === undefined || allowed.includes(value)) return null
  const problem = `must be ${allowed.map((each) => JSON.stringify(each)).join(' or ')}`
  return schema.const === undefined ? { path: [], problem } : { path: [], problem, other: true }
}

function within(step: string | number, found: Misfit): Misfit {
  return { ...found, path: [step, ...found.path] }
}

/** Whether a value comes nearer to the form that `a` complains of: the one that was meant, then the one that fits further down. */
function nearer(a: Misfit, b: Misfit): boolean {
  if (a.other !== b.other) return a.other === undefined
  return a.path.length > b.path.length
}

function typeOf(value: Json): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function kind(value: Json, { type, minimum }: Schema): Misfit | null {
  const actual = typeOf(value)
  const allowed = typeof type === 'string' ? [type] : type
  const fits =
    allowed === undefined ||
    allowed.includes(actual) ||
    (allowed.includes('integer') && Number.isInteger(value))
  if (!fits) return { path: [], problem: `must be ${allowed.join(' or ')}, not ${actual}` }
  if (typeof value === 'number' && minimum !== undefined && value < minimum) {
    return { path: [], problem: `must be at least ${minimum}` }
  }
  return null
}

function text(value: Json, { pattern, maxLength }: Schema): Misfit | null {
  if (typeof value !== 'string') return null
  if (maxLength !== undefined && value.length > maxLength) {
    return { path: [], problem: `must have at most ${maxLength} characters` }
  }
  return pattern === undefined || new RegExp(pattern).test(value)
    ? null
    : { path: [], problem: `must match ${pattern}` }
}

/** Of several forms the one that the value comes nearest to is complained of. */
function anyOf(value: Json, { anyOf: forms }: Schema, root: Schema): Misfit | null {
  if (forms === undefined) return null
  let nearest: Misfit | null = null
  const expected = new Set<string>()
  for (const form of forms) {
    const found = misfit(value, form, root)
    if (found === null) return null
    if (nearest === null || nearer(found, nearest)) {
      nearest = found
      expected.clear()
    }
    if (found.path.join('.') === nearest.path.join('.')) expected.add(found.problem)
  }
  if (nearest === null || !nearest.problem.startsWith('must be ')) return nearest
  const all = [...expected]
    .filter((each) => each.startsWith('must be '))
    .map((each) => each.slice('must be '.length))
  return { ...nearest, problem: `must be ${all.join(' or ')}` }
}

function members(value: Json, schema: Schema, root: Schema): Misfit | null {
  if (Array.isArray(value)) return elements(value, schema, root)
  if (value === null || typeof value !== 'object') return null
  const object = value as { readonly [name: string]: Json | undefined }
  const { properties = {}, required = [], additionalProperties } = schema
  // What tells one form from another comes first, so that a form is left where it cannot be meant.
  const named = Object.entries(properties).sort(([, a], [, b]) => Number('const' in b) - Number('const' in a))
  for (const [name, property] of named) {
    const own = Object.hasOwn(object, name) ? object[name] : undefined
    if (own === undefined && !required.includes(name)) continue
    const found = misfit(own, property, root)
    if (found !== null) return within(name, found)
  }
  if (additionalProperties === undefined || additionalProperties === true) return null
  for (const [name, own] of Object.entries(object)) {
    if (name in properties) continue
    if (additionalProperties === false) return { path: [name], problem: 'is not known here' }
    const found = misfit(own, additionalProperties, root)
    if (found !== null) return within(name, found)
  }
  return null
}

function elements(value: readonly Json[], { items, maxItems }: Schema, root: Schema): Misfit | null {
  if (maxItems !== undefined && value.length > maxItems) {
    return { path: [], problem: `must have at most ${maxItems} elements` }
  }
  if (items === undefined) return null
  for (const [index, element] of value.entries()) {
    const found = misfit(element, items, root)
    if (found !== null) return within(index, found)
  }
  return null
}
