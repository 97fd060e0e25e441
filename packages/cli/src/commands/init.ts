import { access, writeFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'

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
  const variable = await variableInUse()
  const source = await firstThere(['src', 'app', 'lib', 'backend'])
  const config = {
    $schema: './node_modules/mongowhy/schema/config.schema.json',
    targets: { main: `env:${variable ?? 'MONGODB_URI'}` },
    protect: ['*prod*'],
    checklist: { target: 'main', collections: [], scratch: 'test.mongowhy_scratch', source: source ?? '.' },
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

/** The variable that holds a connection string, in the environment or in .env; only its name is used. */
async function variableInUse(): Promise<string | null> {
  const read = await readBounded('.env', largestEnv)
  const kept = read.is === 'text' ? parseEnv(read.text) : {}
  const found = variables.find((name) => /^mongodb(\+srv)?:/.test(process.env[name] ?? kept[name] ?? ''))
  return found ?? null
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
