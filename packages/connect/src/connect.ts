import type { CollectionDefinitions } from './collections/define.ts'
import type { Configuration } from './configuration/configuration.ts'
import { readConfiguration } from './configuration/read.ts'
import { credentialInSource } from './configuration/source-literal.ts'
import { open } from './connection/open.ts'
import { Mongo } from './mongo.ts'
import type { ConnectOptions } from './options.ts'
import { endsSoon } from './tls/certificate-expiry.ts'

/**
 * Connects as the options and the environment say, which are read here, once. Rejects with a `ConfigurationError` before
 * any socket opens, or within `timeoutMs` with a `MongoWhyError` that says why.
 */
export async function connect<Definitions extends CollectionDefinitions = Record<never, never>>(
  options: ConnectOptions<Definitions> = {},
): Promise<Mongo<Definitions>> {
  // Taken before the first await, while the caller still stands on the stack.
  const stack = new Error('where connect() was called').stack ?? ''
  const configuration = await readConfiguration(options)
  warnOfSource(options, configuration, stack)
  warnOfRelaxedTls(configuration)
  warnOfExpiry(configuration)
  return new Mongo<Definitions>(configuration, await open(configuration))
}

const warnedOf = new Set<string>()

function warnOfSource(options: ConnectOptions, configuration: Configuration, stack: string): void {
  if (options.uri === undefined) return
  const place = credentialInSource(options.uri, stack)
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

function warnOfExpiry(configuration: Configuration): void {
  const file = configuration.certificateKeyFile
  const notAfter = file === null ? null : endsSoon(file)
  if (file === null || notAfter === null) return
  const day = notAfter.toISOString().slice(0, 10)
  configuration.onEvent({ type: 'certificate-expiry', file, notAfter: day })
  warn(
    configuration,
    'MONGOWHY_CERTIFICATE_EXPIRY',
    { file, notAfter: day },
    `The client certificate in ${file} ends on ${day}: renew it.`,
  )
}

/** To the logger where there is one, else to the process's warnings, which go to standard error. */
function warn({ logger }: Configuration, code: string, fields: object, message: string): void {
  if (logger === null) process.emitWarning(message, { type: 'MongoWhyWarning', code })
  else logger.warn({ ...fields, code }, message)
}
