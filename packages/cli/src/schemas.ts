import { readFileSync } from 'node:fs'

import type { Schema, Schemas } from '@mongowhy/report'

/** The schemas that ship; they stand above both the sources and what is built from them. */
export function schemas(): Schemas {
  return { diagnose: read('diagnose'), evidence: read('evidence') }
}

/** The schema of what `--said` names. */
export function saidSchema(): Schema {
  return read('said')
}

function read(name: string): Schema {
  const text = readFileSync(new URL(`../schema/${name}.schema.json`, import.meta.url), 'utf8')
  return JSON.parse(text) as Schema
}
