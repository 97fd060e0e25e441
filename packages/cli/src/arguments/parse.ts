import { parseArgs } from 'node:util'

import { nearest, visible } from '@mongowhy/core'

import { UsageError } from '../exit-status.ts'
import { isUrl } from '../shown-path.ts'
import type { CommandRow, OptionRow } from './tables.ts'

/** What stands on the command line of one command: flags, values in their order, and everything else. */
export interface Arguments {
  readonly positionals: readonly string[]
  flag(name: string): boolean
  /** The last value given; undefined when there is none. */
  value(name: string): string | undefined
  values(name: string): readonly string[]
}

/** Reads the arguments by the command's table. Throws a UsageError that names the option, never a value. */
export function parseArguments(args: readonly string[], command: CommandRow): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      command.options.map(({ name, short, value }) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) },
      ]),
    ),
    strict: false,
    tokens: true,
  })
  const given = new Map<string, string[]>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const row = command.options.find(({ name }) => name === token.name)
    if (row === undefined) throw unknownOption(token.rawName, command)
    given.set(row.name, [
      ...(given.get(row.name) ?? []),
      valueOf(row, token.value, token.inlineValue ?? false),
    ])
  }
  return {
    positionals,
    flag: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  }
}

function valueOf(row: OptionRow, value: string | undefined, inline: boolean): string {
  if (row.value === undefined) {
    if (value !== undefined) throw new UsageError(`--${row.name} takes no value`)
    return ''
  }
  if (value === undefined || value === '')
    throw new UsageError(`--${row.name} needs a value: --${row.name} ${row.value}`)
  if (!inline && value.startsWith('-') && value !== '-') {
    throw new UsageError(
      `--${row.name} needs a value: --${row.name} ${row.value} (write --${row.name}=… for one that begins with a dash)`,
    )
  }
  if (row.file === true && isUrl(value))
    throw new UsageError(`--${row.name} names a file, and was given what looks like a connection string`)
  return value
}

function unknownOption(rawName: string, command: CommandRow): UsageError {
  const known = command.options.map(({ name }) => name)
  // A word of the user's that is not an option may be half a password: it is repeated only if it looks like an option.
  const shown = /^-{1,2}[a-z][a-z-]{0,30}$/i.test(rawName) ? ` ${visible(rawName)}` : ''
  const meant = nearest(rawName.replace(/^-+/, '').toLowerCase(), known)
  const hint =
    meant === null ? `\`mongowhy help ${command.name}\` lists those there are` : `did you mean --${meant}?`
  return new UsageError(`unknown option${shown}: ${hint}`)
}
