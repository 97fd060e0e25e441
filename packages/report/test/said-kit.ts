import { readFileSync } from 'node:fs'

import { readSaid } from '@mongowhy/report'
import type { Said, Schema } from '@mongowhy/report'

/** One of the schemas that are published with the command. */
export function schema(name: string): Schema {
  return JSON.parse(
    readFileSync(new URL(`../../cli/schema/${name}.schema.json`, import.meta.url), 'utf8'),
  ) as Schema
}

/** What people said, as `report --said` reads it. */
export function read(text: string): Said {
  return readSaid(text, schema('said'))
}
