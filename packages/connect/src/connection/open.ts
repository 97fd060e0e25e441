import { MongoWhyError } from '../errors/mongo-why-error.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Attempt, Code } from './attempt.ts'
import { openSeat } from './open-seat.ts'
import type { InUse } from './open-seat.ts'
import { secretsOf } from './secrets.ts'

/** A server in use, and for which fault the first one is not. */
export interface Opened {
  readonly inUse: InUse
  readonly passedOver: Code | null
}

/** Opens the first server that answers, in order, within the bound; rejects with the first one's `MongoWhyError`. */
export async function open(configuration: Configuration): Promise<Opened> {
  const began = performance.now()
  const { seats, timeoutMs } = configuration
  let first: Extract<Attempt, { readonly is: 'failed' }> | null = null
  for (const [at, seat] of seats.entries()) {
    // Each server has an equal part of what is left, so that a silent first one leaves time for the others.
    const boundMs = (timeoutMs - (performance.now() - began)) / (seats.length - at)
    const outcome = await openSeat(seat, configuration, boundMs)
    if (outcome.is === 'connected') {
      return { inUse: { seat, client: outcome.client, since: new Date() }, passedOver: first?.code ?? null }
    }
    first ??= outcome
  }
  throw new MongoWhyError(first?.report ?? null, await causeOf(first?.error, configuration))
}

async function causeOf(error: unknown, configuration: Configuration): Promise<Error | null> {
  if (error === null || error === undefined) return null
  const { redactedError } = await import('../errors/redacted-error.ts')
  return redactedError(error, secretsOf(configuration))
}
