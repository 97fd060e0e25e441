import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { findProgram } from '../program.ts'
import { ferretDb } from './ferretdb.ts'
import { javaServer } from './java-server.ts'
import type { Recipe } from './recipe.ts'

export { ferretDb, javaServer }
export type { Recipe }

export const recipes: readonly Recipe[] = [ferretDb, javaServer]

export type Built =
  { readonly is: 'cached' | 'built' } | { readonly is: 'skipped' | 'failed'; readonly reason: string }

/**
 * Builds a server into the cache unless it is there. What is there is whole: a build is moved to its place when it is
 * done, so one that was interrupted leaves nothing that looks like a result.
 */
export async function make(recipe: Recipe): Promise<Built> {
  if (existsSync(recipe.result)) return { is: 'cached' }
  const missing = recipe.needs.filter((name) => findProgram(name) === null)
  if (missing.length > 0) return { is: 'skipped', reason: `${missing.join(', ')} not installed` }
  const home = dirname(recipe.result)
  await mkdir(dirname(home), { recursive: true })
  const folder = await mkdtemp(join(dirname(home), `.${basename(home)}-`))
  try {
    await recipe.build(folder)
    await rename(folder, home)
    return { is: 'built' }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if (existsSync(recipe.result)) return { is: 'cached' }
    return { is: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}
