import type { CollectionDefinitions } from './collections/define.ts'
import type { Configuration, Driver } from './configuration/configuration.ts'
import { ownDriver } from './configuration/configuration.ts'
import { keyOf } from './connection/open-seat.ts'
import { open } from './connection/open.ts'
import { release } from './connection/shared-clients.ts'
import { Mongo } from './mongo.ts'
import type { ConnectOptions } from './options.ts'
import { warn } from './warn.ts'

/**
 * Connects as the options and the environment say, which are read here, once. Rejects with a `ConfigurationError` before
 * any socket opens, or within `timeoutMs` with a `MongoWhyError` that says why.
 */
export function connect<Definitions extends CollectionDefinitions = Record<never, never>>(
  options: ConnectOptions<Definitions> = {},
): Promise<Mongo<Definitions>> {
  return connectBy(ownDriver, options)
}

/** The same with the driver of a library that takes no other. */
export async function connectBy<Definitions extends CollectionDefinitions>(
  driver: Driver,
  options: ConnectOptions<Definitions>,
): Promise<Mongo<Definitions>> {
  // Taken before the first await, while the caller still stands on the stack.
  const stack = new Error('where connect() was called').stack ?? ''
  // What reads connection strings is half of this library, and nobody needs it before this.
  const { credentialInSource, readConfiguration } = await import('./configuration/reading.ts')
  const configuration = await readConfiguration(options, driver)
  if (options.uri !== undefined) warnOfSource(credentialInSource(options.uri, stack), configuration)
  warnOfRelaxedTls(configuration)
  const opened = await open(configuration)
  try {
    return new Mongo<Definitions>(configuration, opened)
  } catch (error) {
    // A driver of another version may refuse what ours takes; its client must not stay open for that.
    await release(keyOf(opened.inUse.seat, configuration), opened.inUse.client)
    throw error
  }
}

const warnedOf = new Set<string>()

function warnOfSource(place: string | null, configuration: Configuration): void {
  if (place === null || warnedOf.has(place)) return
  warnedOf.add(place)
  configuration.onEvent({ type: 'credential-in-source', place })
  warn(
    configuration,
    'MONGOWHY_CREDENTIAL_IN_SOURCE',
    { place },
    `A MongoDB password stands in the source, at ${place}. Read it from the environment (MONGODB_URI), and change it: whoever has the source has it.`,
  )
}

function warnOfRelaxedTls(configuration: Configuration): void {
  const { relaxedTls } = configuration
  if (relaxedTls === null) return
  const until = relaxedTls.until.toISOString().slice(0, 10)
  const { reason } = relaxedTls
  configuration.onEvent({ type: 'relaxed-tls', reason, until })
  warn(
    configuration,
    'MONGOWHY_RELAXED_TLS',
    { reason, until },
    `MongoDB certificates are not verified until ${until} (${reason}). Whoever stands between can read and change everything.`,
  )
}
