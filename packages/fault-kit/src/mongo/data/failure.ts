import { commandError } from '../errors.ts'
import type { Fields } from '../fields.ts'

/** Ends a command with a server's error. */
export class CommandFailure extends Error {
  readonly reply: Fields

  constructor(code: number, codeName: string, errmsg: string) {
    super(errmsg)
    this.reply = commandError(code, codeName, errmsg)
  }
}
