import { visible } from '@mongowhy/core'

import { UsageError } from '../exit-status.ts'
import { readJsonObject } from '../read-json.ts'

/** The name of the configuration, in the working directory. */
export const configFile = 'mongowhy.config.json'
const file = configFile

/** The configuration as it stands; null when there is no such file. */
export function readConfigFile(): Promise<Readonly<Record<string, unknown>> | null> {
  return readJsonObject(configFile)
}

/** The patterns of databases and hosts that must not be cleared, from the configuration; none where there is no file. */
export async function protectedPatterns(): Promise<readonly string[]> {
  const protect = (await readJsonObject(file))?.['protect'] ?? []
  if (Array.isArray(protect) && protect.every((each) => typeof each === 'string')) return protect
  throw new UsageError(`${file}: "protect" must be a list of patterns: ["*prod*"]`)
}

/** The targets of `mongowhy.config.json` in the working directory, by name; null when there is no such file. */
export async function configuredTargets(): Promise<ReadonlyMap<string, string> | null> {
  const config = await readJsonObject(file)
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
