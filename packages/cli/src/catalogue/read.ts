import { readFile } from 'node:fs/promises'

import type { CatalogueEntry, SymptomIndex } from './entry.ts'

/** The catalogue that was built into the package; it stands beside the built files. */
export async function readCatalogue(): Promise<readonly CatalogueEntry[]> {
  return JSON.parse(await beside('causes.json')) as readonly CatalogueEntry[]
}

/** What error texts are matched by; it stands there too. */
export async function readSymptomIndex(): Promise<SymptomIndex> {
  return JSON.parse(await beside('symptoms.json')) as SymptomIndex
}

const beside = (name: string): Promise<string> => readFile(new URL(`./${name}`, import.meta.url), 'utf8')
