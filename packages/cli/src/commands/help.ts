import { wrapped } from '@mongowhy/report'

import { commandNamed, commands } from '../arguments/tables.ts'
import type { CommandRow, OptionRow } from '../arguments/tables.ts'
import type { Arguments } from '../arguments/parse.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { print } from '../stdout.ts'
import { paintOf, styleOf } from '../terminal.ts'

/** `mongowhy help [command]`. */
export async function help(names: readonly string[], args: Arguments): Promise<ExitStatus> {
  const [name] = names
  const command = name === undefined ? undefined : commandNamed(name)
  if (name !== undefined && command === undefined) throw new UsageError('help: there is no such command')
  const { bold } = paintOf(args)
  const width = Math.min(100, styleOf(args).width)
  await print(`${(command === undefined ? overview(bold, width) : page(command, bold, width)).join('\n')}\n`)
  return exitStatus.healthy
}

type Bold = (text: string) => string

function overview(bold: Bold, width: number): readonly string[] {
  return [
    "Why can't I connect to MongoDB? Answered in a second, with proof.",
    '',
    bold('Usage'),
    '  mongowhy <target> [options]',
    '',
    bold('Target'),
    ...table(
      [
        ['env:NAME', 'the connection string in a variable'],
        ['-', 'the connection string on standard input'],
        ['mongodb://…', 'a connection string; others on this machine can read it in the process list'],
        ['NAME', 'a target of mongowhy.config.json: { "targets": { "NAME": "env:MONGODB_URI" } }'],
        ['(none)', 'MONGODB_URI, then MONGO_URL, from the environment or from .env'],
      ],
      width,
    ),
    '',
    bold('Commands'),
    ...table(
      commands.map(({ name, takes, about }) => [`${name} ${takes}`.trim(), about]),
      width,
    ),
    '',
    bold('Options of diagnose'),
    ...table((commands[0]?.options ?? []).map(optionRow), width),
    '',
    ...exits(bold, width),
  ]
}

function page(command: CommandRow, bold: Bold, width: number): readonly string[] {
  return [
    `${command.about[0]?.toUpperCase()}${command.about.slice(1)}.`,
    '',
    bold('Usage'),
    `  mongowhy ${command.name} ${command.takes} [options]`.replace(/ {2}\[/, ' ['),
    '',
    bold('Options'),
    ...table(command.options.map(optionRow), width),
    ...(command.name === 'diagnose' ? ['', ...exits(bold, width)] : []),
  ]
}

function exits(bold: Bold, width: number): readonly string[] {
  return [
    bold('Exit status'),
    ...table(
      [
        ['0', 'healthy'],
        ['1', 'a cause was found'],
        ['2', 'something is wrong, and the evidence does not decide what'],
        ['3', 'wrong usage or unreadable input'],
        ['4', 'mongowhy itself failed'],
        ['130', 'interrupted; what was gathered so far is still printed'],
      ],
      width,
    ),
  ]
}

function optionRow({ name, short, value, many, about, fallback }: OptionRow): [string, string] {
  const label = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
  const extra = [
    many === true ? 'may be repeated' : null,
    fallback === undefined ? null : `default ${fallback}`,
  ]
  return [label, [about, ...extra.filter((part) => part !== null)].join('; ')]
}

// Narrower than this, words stand one under another; they go below their label then.
const narrowest = 28

function table(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const left = Math.max(...rows.map(([label = '']) => label.length))
  const room = width - left - 4
  return rows.flatMap(([label = '', about = '']) =>
    room < narrowest
      ? [`  ${label}`, ...wrapped(about, Math.max(narrowest, width - 6)).map((line) => `      ${line}`)]
      : wrapped(about, room).map((line, index) => `  ${(index === 0 ? label : '').padEnd(left)}  ${line}`),
  )
}
