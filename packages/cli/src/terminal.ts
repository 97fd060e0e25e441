import { painter } from '@mongowhy/report'
import type { Paint, TerminalStyle } from '@mongowhy/report'

import type { Arguments } from './arguments/parse.ts'

// Where nobody says how wide: wide enough for the table, narrow enough for a log.
const columnsOfAPipe = 100

/** Whether a stream takes colours: asked not to, `NO_COLOR`, `FORCE_COLOR`, then whether it is a terminal. */
export function takesColour(stream: NodeJS.WriteStream, args: Arguments): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = process.env
  if (args.flag('no-color') || (no !== undefined && no !== '')) return false
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  return stream.isTTY && terminal !== 'dumb'
}

export function styleOf(args: Arguments): TerminalStyle {
  return {
    colour: takesColour(process.stdout, args),
    width: process.stdout.columns ?? columnsOfAPipe,
    verbose: args.flag('verbose'),
    quiet: args.flag('quiet'),
  }
}

export function paintOf(args: Arguments): Paint {
  return painter(takesColour(process.stdout, args))
}
