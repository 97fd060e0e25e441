import { isAccounted, visible } from '@mongowhy/core'

import { commandNamed, commands } from './arguments/tables.ts'
import type { CommandName, CommandRow } from './arguments/tables.ts'
import { parseArguments } from './arguments/parse.ts'
import type { Arguments } from './arguments/parse.ts'
import { crashText } from './crash.ts'
import { exitStatus, InterruptedError, LeakError, UsageError } from './exit-status.ts'
import type { ExitStatus } from './exit-status.ts'
import { tolerateClosedPipes } from './stdout.ts'

// What is still open when all is said is nobody's business any more.
const lingerMs = 100

/** Runs one command line and sets the exit status; never rejects. */
export async function start(argv: readonly string[]): Promise<void> {
  // The arguments may hold a connection string; this overwrites them where the system shows them.
  process.title = 'mongowhy'
  tolerateClosedPipes()
  process.on('uncaughtException', uncaught)
  process.on('unhandledRejection', uncaught)
  try {
    process.exitCode = await run(argv)
  } catch (error) {
    process.exitCode = statusOf(error)
  }
  setTimeout(() => process.exit(), lingerMs).unref()
}

function statusOf(error: unknown): ExitStatus {
  if (error instanceof InterruptedError) return exitStatus.interrupted
  if (!(error instanceof UsageError) && !(error instanceof LeakError)) end(error)
  // An argument that is repeated may hold anything, and this goes to a terminal.
  process.stderr.write(`mongowhy: ${error.message.split('\n').map(visible).join('\n')}\n`)
  return error instanceof UsageError ? exitStatus.usage : exitStatus.ourFault
}

/** An error that nobody caught. One of the driver's own is in the evidence already, and ends its attempt alone. */
function uncaught(error: unknown): void {
  if (!isAccounted(error)) end(error)
}

function end(error: unknown): never {
  process.stderr.write(crashText(error))
  process.exit(exitStatus.ourFault)
}

async function run(argv: readonly string[]): Promise<ExitStatus> {
  const { command, rest } = chosen(argv)
  const args = parseArguments(rest, command)
  if (args.flag('help')) {
    const { help } = await import('./commands/help.ts')
    return help([command.name], args)
  }
  return runners[command.name as CommandName](args)
}

/** The command is the first word, where it is the name of one; otherwise everything belongs to `diagnose`. */
function chosen(argv: readonly string[]): { readonly command: CommandRow; readonly rest: readonly string[] } {
  const [first = '', ...rest] = argv
  if (first === '--version' || first === '-V') return { command: row('version'), rest }
  // `mongowhy --help` tells of all commands, `mongowhy diagnose --help` of one.
  if ((first === '--help' || first === '-h') && rest.length === 0) return { command: row('help'), rest }
  const command = commandNamed(first)
  return command === undefined ? { command: row('diagnose'), rest: argv } : { command, rest }
}

function row(name: CommandName): CommandRow {
  const found = commands.find((command) => command.name === name)
  if (found === undefined) throw new TypeError(`no such command: ${name}`)
  return found
}

/** Each command is loaded when it is asked for. */
const runners: Readonly<Record<CommandName, (args: Arguments) => Promise<ExitStatus>>> = {
  diagnose: async (args) => (await import('./commands/diagnose.ts')).diagnose(args),
  explain: async (args) => (await import('./commands/explain.ts')).explain(args),
  report: async (args) => (await import('./commands/report.ts')).report(args),
  diff: async (args) => (await import('./commands/diff.ts')).diff(args),
  lab: async (args) => (await import('./commands/lab.ts')).lab(args),
  demo: async (args) => (await import('./commands/demo.ts')).demo(args),
  causes: async (args) => (await import('./commands/causes.ts')).causes(args),
  checklist: async (args) => (await import('./commands/checklist.ts')).checklist(args),
  init: async (args) => (await import('./commands/init.ts')).init(args),
  clear: async (args) => (await import('./commands/clear.ts')).clear(args),
  completion: async (args) => (await import('./commands/completion.ts')).completion(args),
  help: async (args) => (await import('./commands/help.ts')).help(args.positionals, args),
  version: async () => (await import('./commands/version.ts')).version(),
}
