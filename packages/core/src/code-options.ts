import type { SelectionOptions, ServerApi } from './sightings/index.ts'

/** Options that stand in code alone, as MongoClient takes them: each may be of any kind, and what is of none counts as not given. */

const maxTags = 32

/** A list, or a text with commas. */
export function compressorsIn(given: Readonly<Record<string, unknown>>): readonly string[] | null {
  const { compressors } = given
  const names: readonly unknown[] | null =
    typeof compressors === 'string' ? compressors.split(',') : Array.isArray(compressors) ? compressors : null
  return (
    names?.filter((name) => typeof name === 'string').filter((name) => name !== '' && name !== 'none') ?? null
  )
}

/** The name of a Stable API version, or an object with it. */
export function serverApiIn(given: unknown): ServerApi | null {
  if (typeof given === 'string') return { version: given, strict: false, deprecationErrors: false }
  if (!isObject(given) || typeof given['version'] !== 'string') return null
  return {
    version: given['version'],
    strict: given['strict'] === true,
    deprecationErrors: given['deprecationErrors'] === true,
  }
}

/** The mode, which may stand inside an object. */
export function modeIn(given: unknown): string | null {
  const mode = isObject(given) ? given['mode'] : given
  return typeof mode === 'string' ? mode : null
}

export function selectionIn(
  given: Readonly<Record<string, unknown>>,
  before: SelectionOptions | undefined,
): SelectionOptions {
  const inside = isObject(given['readPreference']) ? given['readPreference'] : {}
  const tags = given['readPreferenceTags'] ?? inside['tags']
  const staleness = given['maxStalenessSeconds'] ?? inside['maxStalenessSeconds']
  return {
    tagSets: Array.isArray(tags) ? tags.slice(0, maxTags).map(tagSet) : (before?.tagSets ?? []),
    maxStalenessSeconds:
      typeof staleness === 'number' && staleness > 0 ? staleness : (before?.maxStalenessSeconds ?? null),
  }
}

function tagSet(given: unknown): Readonly<Record<string, string>> {
  if (!isObject(given)) return {}
  return Object.fromEntries(
    Object.entries(given)
      .slice(0, maxTags)
      .flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
