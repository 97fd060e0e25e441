import { readFile } from 'node:fs/promises'

import type { CatalogueEntry } from './entry.ts'

/** The catalogue that was built into the package; it stands beside the built files. */
export async function readCatalogue(): Promise<readonly CatalogueEntry[]> {
  const text = await readFile(new URL('./causes.json', import.meta.url), 'utf8')
  return JSON.parse(text) as readonly CatalogueEntry[]
}
