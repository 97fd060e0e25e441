import { parseTarget } from '@mongowhy/core'

import type { GivenUri } from './read-uri.ts'
import { text } from './variables.ts'
import type { Environment, Problems } from './variables.ts'

/** The database: of the option, the variable, or the path of the connection string. */
export function readDatabase(
  option: string | undefined,
  env: Environment,
  first: GivenUri | null,
  problems: Problems,
): string | null {
  const [name, variable] =
    option === undefined
      ? [text(env, 'MONGODB_DATABASE')?.trim(), 'MONGODB_DATABASE']
      : // A caller without types may pass anything; what is no text is no name.
        [typeof option === 'string' ? option.trim() : '', 'database']
  if (name !== undefined) {
    // The server's own rule; what it refuses there would otherwise come back from the first operation.
    if (name !== '' && Buffer.byteLength(name) < 64 && !/[/\\. "$*<>:|?\0]/.test(name)) return name
    problems.push({
      code: 'uri-option-value',
      variable,
      expected: 'the name of a database: at most 63 bytes, without / \\ . " $ * < > : | ? or spaces',
      how: `Set ${variable} to the name alone.`,
    })
    return null
  }
  if (first === null) return null
  const { database } = parseTarget(first.uri).uri
  if (database !== null) return database
  problems.push({
    code: 'authz-default-database',
    variable: 'MONGODB_DATABASE',
    expected: 'the name of the database, since the connection string has none in its path',
    how: 'Set MONGODB_DATABASE, or write it into the connection string: mongodb://HOST/NAME. Without one, drivers use "test".',
  })
  return null
}
