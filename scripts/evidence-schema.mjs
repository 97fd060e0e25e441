// Writes packages/cli/schema/evidence.schema.json from the types in packages/core, so that a saved file can be checked
// against the very types that the rules read it by.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const core = new URL('../packages/core/src/', import.meta.url)
const target = new URL('../packages/cli/schema/evidence.schema.json', import.meta.url)

const sources = [
  'evidence.ts',
  'endpoint.ts',
  ...readdirSync(new URL('sightings/', core))
    .sort()
    .map((file) => `sightings/${file}`),
]

/** What the schema was made from: without a change there nothing is generated, since that takes seconds. */
function sourcesMark() {
  const hash = createHash('sha256')
  for (const file of sources) hash.update(readFileSync(new URL(file, core)))
  return `made from ${hash.digest('hex').slice(0, 16)}`
}

function current() {
  if (!existsSync(target)) return null
  const text = readFileSync(target, 'utf8')
  return JSON.parse(text).$comment === sourcesMark() ? text : null
}

/** Later versions may add properties, so none is forbidden; draft 7 becomes 2020-12, as the other schemas are. */
function loosened(node) {
  if (Array.isArray(node)) return node.map(loosened)
  if (node === null || typeof node !== 'object') return node
  const entries = Object.entries(node)
    .filter(([key, value]) => key !== '$schema' && !(key === 'additionalProperties' && value === false))
    .map(([key, value]) => {
      if (key === '$ref') return [key, nameOf(value.slice('#/definitions/'.length), '#/$defs/')]
      if (key !== 'definitions') return [key, loosened(value)]
      const named = Object.entries(value).map(([name, one]) => [nameOf(name), loosened(one)])
      return ['$defs', Object.fromEntries(named)]
    })
  return Object.fromEntries(entries)
}

function nameOf(name, before = '') {
  return before + decodeURIComponent(name).replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '')
}

/** The text of the schema file; null where the generator is not installed, as right after a pull. */
export async function evidenceSchema() {
  const kept = current()
  if (kept !== null) return kept
  let generator
  try {
    generator = await import('ts-json-schema-generator')
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    console.error('packages/cli/schema/evidence.schema.json is stale: run `npm ci`, then `npm run generate`')
    return null
  }
  const made = generator
    .createGenerator({
      path: fileURLToPath(new URL('evidence.ts', core)),
      type: 'Evidence',
      tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
      skipTypeCheck: true,
      topRef: false,
      encodeRefs: false,
    })
    .createSchema('Evidence')
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: sourcesMark(),
    title: 'The evidence in a report of mongowhy',
    ...loosened(made),
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

export const evidenceSchemaFile = fileURLToPath(target)
