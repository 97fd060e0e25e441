import { CommandFailure } from '../data/failure.ts'
import { commandError } from '../errors.ts'
import type { Fields } from '../fields.ts'
import type { Call, Command } from './command.ts'
import { readCommands } from './read-commands.ts'
import { refusal } from './refusal.ts'
import { serverCommands } from './server-commands.ts'
import { sessionCommands } from './session-commands.ts'
import { writeCommands } from './write-commands.ts'

const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({ ...sessionCommands, ...serverCommands, ...readCommands, ...writeCommands }),
)

/** Whether a command changes data. */
export function isWrite(name: string): boolean {
  return commands.get(name)?.touches === 'writes'
}

/** Runs one command, hello apart. Always gives a reply. */
export function dispatch(call: Call): Fields {
  const command = commands.get(call.name)
  if (command === undefined) {
    return commandError(59, 'CommandNotFound', `no such command: '${call.name}'`)
  }
  try {
    return refusal(call, command) ?? command.run(call)
  } catch (error) {
    if (error instanceof CommandFailure) return error.reply
    throw error
  }
}
