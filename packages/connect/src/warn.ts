import type { Configuration } from './configuration/configuration.ts'

/** To the logger where there is one, else to the process's warnings, which go to standard error. */
export function warn({ logger }: Configuration, code: string, fields: object, message: string): void {
  if (logger === null) process.emitWarning(message, { type: 'MongoWhyWarning', code })
  else logger.warn({ ...fields, code }, message)
}
