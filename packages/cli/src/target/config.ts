import { nearest, visible } from '@mongowhy/core'

import { UsageError } from '../exit-status.ts'
import { readJsonObject } from '../read-json.ts'

/** The name of the configuration, in the working directory. */
export const configFile = 'mongowhy.config.json'
const file = configFile

const known: readonly string[] = ['$schema', 'targets', 'protect', 'checklist']

/**
 * The configuration as it stands; null when there is no such file. Names of others may stand in it; one that is nearly one
 * of ours is an error, since a `protects` would protect nothing.
 */
export async function readConfigFile(): Promise<Readonly<Record<string, unknown>> | null> {
  const config = await readJsonObject(configFile)
  for (const name of Object.keys(config ?? {}).filter((each) => !known.includes(each))) {
    const meant = nearest(name, known)
    if (meant !== null)
      throw new UsageError(`${file}: there is no "${visible(name)}"; did you mean "${meant}"?`)
  }
  return config
}

/** The patterns of databases and hosts that must not be cleared, from the configuration; none where there is no file. */
export async function protectedPatterns(): Promise<readonly string[]> {
  const protect = (await readConfigFile())?.['protect'] ?? []
  if (Array.isArray(protect) && protect.every((each) => typeof each === 'string')) return protect
  throw new UsageError(`${file}: "protect" must be a list of patterns: ["*prod*"]`)
}

/** The targets of `mongowhy.config.json` in the working directory, by name; null when there is no such file. */
export async function configuredTargets(): Promise<ReadonlyMap<string, string> | null> {
  const config = await readConfigFile()
  if (config === null) return null
  const { targets } = config
  if (targets === undefined) return new Map()
  if (typeof targets !== 'object' || targets === null || Array.isArray(targets)) {
    throw new UsageError(`${file}: "targets" must be an object: { "main": "env:MONGODB_URI" }`)
  }
  const named = new Map<string, string>()
  for (const [name, value] of Object.entries(targets)) {
    if (typeof value !== 'string') {
      throw new UsageError(`${file}: the target ${visible(name)} must be a string, as "env:MONGODB_URI"`)
    }
    named.set(name, value)
  }
  return named
}
