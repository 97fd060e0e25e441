import { readFileSync } from 'node:fs'

let known: string | null = null

/** The version in package.json, which stands above both the sources and what is built from them. */
export function version(): string {
  return (known ??= read())
}

function read(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { readonly version: string }).version
}
