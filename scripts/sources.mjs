// What the build depends on, as one hash: ready.mjs compares it with the one that the last build left.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const dist = join(root, 'packages/cli/dist')
export const stamp = join(dist, '.sources')

const roots = ['packages', 'scripts', 'package-lock.json']
// The build itself puts these beside the package, for npm to publish.
const copies = new Set(['packages/cli/README.md', 'packages/cli/LICENSE'])
const passed = new Set(['node_modules', 'dist', 'test', 'types'])

/** A hash over every source file's name and content. */
export function sourcesHash() {
  const hash = createHash('sha256')
  for (const path of roots) add(hash, path)
  return hash.digest('hex')
}

function add(hash, path) {
  const full = join(root, path)
  let entries
  try {
    entries = readdirSync(full, { withFileTypes: true })
  } catch (error) {
    if (error.code !== 'ENOTDIR') throw error
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const below = `${path}/${entry.name}`
    if (!passed.has(entry.name) && !copies.has(below) && (entry.isDirectory() || entry.isFile()))
      add(hash, below)
  }
}
