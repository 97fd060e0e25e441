import { access, writeFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'

import { parseTarget } from '@mongowhy/core'

import type { Arguments } from '../arguments/parse.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { readBounded } from '../read-file.ts'
import { print } from '../stdout.ts'
import { configFile } from '../target/config.ts'

const variables = ['MONGODB_URI', 'MONGO_URL', 'MONGODB_URL', 'MONGO_URI', 'DATABASE_URL']
const largestEnv = 1_048_576

/** `mongowhy init`: writes a configuration after a look around; overwrites nothing. */
export async function init(args: Arguments): Promise<ExitStatus> {
  if (args.positionals.length > 0) throw new UsageError('init takes no arguments')
  const found = await variableInUse()
  const variable = found?.name ?? null
  const source = await firstThere(['src', 'app', 'lib', 'backend'])
  const config = {
    $schema: './node_modules/mongowhy/schema/config.schema.json',
    targets: { main: `env:${variable ?? 'MONGODB_URI'}` },
    protect: ['*prod*'],
    checklist: {
      target: 'main',
      collections: [],
      scratch: `${found?.database ?? 'test'}.mongowhy_scratch`,
      source: source ?? '.',
    },
  }
  try {
    await writeFile(configFile, `${JSON.stringify(config, null, 2)}\n`, { flag: 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new UsageError(`${configFile} is there already, and is left as it is`)
    throw new UsageError(`${configFile} cannot be written here`)
  }
  await print(
    [
      `Wrote ${configFile}.`,
      variable === null
        ? 'No connection string was found in the environment or in .env: set MONGODB_URI, or name another variable under "targets".'
        : `The target "main" is the variable ${variable}.`,
      'Next: name your collections and your application under "checklist", then run `mongowhy checklist`.',
      '',
    ].join('\n'),
  )
  return exitStatus.healthy
}

interface Found {
  readonly name: string
  /** The database of its path; null: it names none. */
  readonly database: string | null
}

/** The variable that holds a connection string, in the environment or in .env; of the string the database alone is used. */
async function variableInUse(): Promise<Found | null> {
  const read = await readBounded('.env', largestEnv)
  const kept = read.is === 'text' ? parseEnv(read.text) : {}
  for (const name of variables) {
    const value = process.env[name] ?? kept[name] ?? ''
    if (!/^mongodb(\+srv)?:/.test(value)) continue
    const { database, faults } = parseTarget(value).uri
    // What cannot be read to its end may have put anything into the path.
    return { name, database: faults.length === 0 ? database : null }
  }
  return null
}

async function firstThere(folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    const there = await access(folder).then(
      () => true,
      () => false,
    )
    if (there) return folder
  }
  return null
}
