import { existsSync } from 'node:fs'

import { ferretDb, javaServer } from './build/index.ts'
import type { Recipe } from './build/index.ts'
import { findPostgresProgram } from './postgres.ts'
import { findProgram } from './program.ts'

/** Something that a suite needs; `missing` is why it cannot be had here, or null. */
export interface Tool {
  readonly missing: string | null
}

/** A program of the system. */
export function installed(name: string): Tool {
  return { missing: findProgram(name) === null ? `${name} is not installed` : null }
}

function built(recipe: Recipe, ...programs: readonly string[]): Tool {
  if (!existsSync(recipe.result)) {
    return { missing: `${recipe.name} is not built: npm run foreign:build` }
  }
  return programs.map(installed).find(({ missing }) => missing !== null) ?? { missing: null }
}

export const needsFerretDb: Tool = built(ferretDb)
export const needsJavaServer: Tool = built(javaServer, 'java')
export const needsPostgres: Tool = {
  missing: findPostgresProgram('postgres') === null ? 'the server of PostgreSQL is not installed' : null,
}
