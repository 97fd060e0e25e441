import { redactedError } from '../errors/redacted-error.ts'
import type { Logger } from '../logger.ts'
import type { ConnectOptions } from '../options.ts'
import type { Configuration } from './configuration.ts'

/** What is called at each event; what it throws is its own affair, and ends no connection. */
export function listenerOf({ onEvent }: ConnectOptions): Configuration['onEvent'] {
  return onEvent === undefined ? () => {} : (event) => harmless('onEvent', () => onEvent(event))
}

/** The logger, likewise; null: there is none. */
export function loggerOf({ logger }: ConnectOptions): Logger | null {
  if ((logger ?? null) === null || logger === undefined) return null
  const level = (name: keyof Logger): Logger['info'] => {
    return (fields, message) => harmless(`logger.${name}`, () => logger[name](fields, message))
  }
  return { info: level('info'), warn: level('warn'), error: level('error') }
}

const told = new Set<string>()

function harmless(name: string, call: () => unknown): void {
  const failed = (error: unknown): void => {
    // Once: it may be called at every command.
    if (told.has(name)) return
    told.add(name)
    // Whoever is told of events may quote the connection string.
    const { name: kind, message } = redactedError(error, [])
    const why = `${kind}: ${message}`
    process.emitWarning(`${name} of mongowhy/connect threw (${why}); what it throws is passed over.`, {
      type: 'MongoWhyWarning',
      code: 'MONGOWHY_CALLBACK',
    })
  }
  try {
    const returned = call()
    if (returned instanceof Promise) returned.catch(failed)
  } catch (error) {
    failed(error)
  }
}
