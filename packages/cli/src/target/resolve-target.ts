import { nearest, Secret } from '@mongowhy/core'
import type { Target } from '@mongowhy/core'

import { commands } from '../arguments/tables.ts'
import { UsageError } from '../exit-status.ts'
import { configuredTargets } from './config.ts'
import { readDotenv } from './dotenv.ts'
import { readStdin } from './stdin.ts'

const defaultNames = ['MONGODB_URI', 'MONGO_URL']

// Neither a connection string nor the beginning of one: a command, or a name from the configuration.
export const bareWord: RegExp = /^(?!localhost$)[a-z][\w-]*$/i

/** Finds the connection string that the user means. `timeoutMs` bounds the wait for standard input. */
export async function resolveTarget(
  given: string | undefined,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Target> {
  if (given === undefined) return defaultTarget()
  if (given === '-') return { uri: new Secret(await readStdin(timeoutMs, signal)), source: 'stdin' }
  if (given.startsWith('env:')) return fromEnvironment(given.slice('env:'.length))
  if (bareWord.test(given)) return configuredTarget(given)
  return { uri: new Secret(given), source: 'argument' }
}

/** A variable of the environment, or, where that has none of the name, of .env. Unset in both is a finding, not an error. */
export async function fromEnvironment(name: string): Promise<Target> {
  if (!/^[a-z_]\w*$/i.test(name)) throw new UsageError('env: wants the name of a variable: env:MONGODB_URI')
  const own = process.env[name]
  const kept = own === undefined ? (await readDotenv())[name] : undefined
  return kept === undefined
    ? { uri: new Secret(own ?? ''), source: `env:${name}` }
    : { uri: new Secret(kept), source: `.env:${name}` }
}

async function defaultTarget(): Promise<Target> {
  let empty: string | null = null
  let dotenv: Readonly<Record<string, string | undefined>> | null = null
  for (const name of defaultNames) {
    const own = process.env[name]
    if (own) return { uri: new Secret(own), source: `env:${name}` }
    if (own === '') empty ??= `env:${name}`
    dotenv ??= await readDotenv()
    const kept = dotenv[name]
    if (kept) return { uri: new Secret(kept), source: `.env:${name}` }
    if (kept === '') empty ??= `.env:${name}`
  }
  // A variable that is there and empty is what keeps the application from connecting.
  if (empty !== null) return { uri: new Secret(''), source: empty }
  throw new UsageError(
    'no target: give a connection string, env:NAME or -, or set MONGODB_URI or MONGO_URL in the environment or in .env',
  )
}

async function configuredTarget(name: string): Promise<Target> {
  const targets = await configuredTargets()
  const value = targets?.get(name)
  if (value === undefined) {
    const known = [...(targets?.keys() ?? []), ...commands.map((command) => command.name)]
    const meant = nearest(name.toLowerCase(), known)
    throw new UsageError(
      // The word may be a password that lost its connection string: it is not repeated.
      'the target is no command, no name in mongowhy.config.json and no connection string' +
        (meant === null ? '; `mongowhy help` lists the commands' : `; did you mean ${meant}?`),
    )
  }
  if (value.startsWith('env:'))
    return { ...(await fromEnvironment(value.slice('env:'.length))), source: `config:${name}` }
  return { uri: new Secret(value), source: `config:${name}` }
}
