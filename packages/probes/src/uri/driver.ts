import { driverRefusal, redactText } from '@mongowhy/core'
import type { DriverReading, ParsedTarget } from '@mongowhy/core'

// The driver's look-up of option names is quadratic in their number; no string that a person wrote is longer. UTF-16 units.
const longest = 16_384
const mostOptions = 128
const longestMessage = 400

/**
 * What the official Node driver's own parser says of the string; it opens no socket. Null when it is too long to be put
 * to it. The message is redacted.
 */
export async function askDriver(target: ParsedTarget): Promise<DriverReading | null> {
  const { uri } = target
  if (uri.length > longest || uri.options.length > mostOptions) return null
  const refusal = await driverRefusal(target.raw.reveal())
  if (refusal !== null) return { by: 'node', outcome: 'refuses', message: cleaned(refusal, target) }
  const { MongoClient } = await import('mongodb')
  const warnings: string[] = []
  const emit = process.emitWarning
  try {
    // The constructor tells of deprecated options by a process warning, which would land on standard error.
    process.emitWarning = (warning: string | Error): void => {
      warnings.push(typeof warning === 'string' ? warning : warning.message)
    }
    const client = new MongoClient(target.raw.reveal())
    // It was never connected; this only takes its own listeners away.
    client.removeAllListeners()
    const [message = null] = warnings
    return { by: 'node', outcome: message === null ? 'accepts' : 'warns', message: cleaned(message, target) }
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error'
    return { by: 'node', outcome: 'refuses', message: cleaned(message, target) }
  } finally {
    process.emitWarning = emit
  }
}

function cleaned(message: string | null, { secrets, username }: ParsedTarget): string | null {
  if (message === null) return null
  const names = username === null ? [] : [username]
  return redactText(message, secrets, { users: 'hidden', names }).slice(0, longestMessage)
}
