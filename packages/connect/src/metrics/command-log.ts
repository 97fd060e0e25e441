import type { CommandFailedEvent, CommandSucceededEvent, MongoClient } from 'mongodb'

import type { Configuration } from '../configuration/configuration.ts'

// What an interactive request should not wait for; MongoDB's own profiler begins here too.
const slowMs = 100

/** Tells of slow and failing commands by name and time, never by value, until what it returns is called. */
export function logCommands(client: MongoClient, { logger, onEvent }: Configuration): () => void {
  const succeeded = ({ commandName, duration }: CommandSucceededEvent): void => {
    if (duration < slowMs) return
    onEvent({ type: 'slow-command', command: commandName, tookMs: duration, code: null })
    logger?.warn({ command: commandName, tookMs: duration }, 'slow MongoDB command')
  }
  const failed = ({ commandName, duration, failure }: CommandFailedEvent): void => {
    const given: unknown = Reflect.get(failure, 'code')
    const code = typeof given === 'number' ? given : null
    onEvent({ type: 'failed-command', command: commandName, tookMs: duration, code })
    logger?.warn({ command: commandName, tookMs: duration, code }, 'MongoDB command failed')
  }
  client.on('commandSucceeded', succeeded).on('commandFailed', failed)
  return () => {
    client.off('commandSucceeded', succeeded).off('commandFailed', failed)
  }
}
