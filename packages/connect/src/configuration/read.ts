import { existsSync } from 'node:fs'

import { parseTarget } from '@mongowhy/core'
import type { MongoClientOptions } from 'mongodb'

import { ConfigurationError } from '../errors/configuration-error.ts'
import type { CodedProblem } from '../errors/configuration-error.ts'
import type { ConnectOptions } from '../options.ts'
import { loggerOf, listenerOf } from './callbacks.ts'
import { checkCallers } from './check-callers.ts'
import { checkSeats } from './check-seats.ts'
import { defaultTimeoutMs } from './configuration.ts'
import type { Configuration, Driver, GivenSeat, Seat } from './configuration.ts'
import { readDatabase } from './database.ts'
import { readFallbacks } from './fallbacks.ts'
import { readUri } from './read-uri.ts'
import { readTls } from './tls.ts'
import { wholeNumber } from './variables.ts'
import type { Environment, Problems } from './variables.ts'

/**
 * Reads the options and the environment, once. Throws a `ConfigurationError` with everything that is wrong; opens no
 * socket.
 */
export async function readConfiguration(options: ConnectOptions, from: Driver): Promise<Configuration> {
  const env = options.env ?? process.env
  const problems: Problems = []
  const first = readUri(options.uri, env, problems)
  const numbers = numbersOf(env, problems)
  const tls = readTls(
    options,
    env,
    { nodeEnv: env['NODE_ENV'], inContainer: inContainer(), now: new Date() },
    problems,
  )
  const timeoutMs = boundOf(options.timeoutMs, problems)
  const fallbacks = readFallbacks(options.fallbacks, env, problems)
  const seats = first === null ? [] : [{ ...first, index: 0, readOnly: false }, ...fallbacks]
  problems.push(
    ...(await checkSeats(
      seats.length > 0 ? seats : fallbacks,
      { ...numbers.driver, ...tls.driver, ...options.driver },
      tls,
      from,
    )),
  )
  checkCallers(options, problems)
  const database = readDatabase(options.database, env, first, problems)
  const [seat, ...others] = seats
  if (hasProblems(problems)) throw new ConfigurationError(problems)
  if (seat === undefined || database === null)
    throw new TypeError('a configuration without problems is complete')
  return {
    seats: [whole(seat), ...others.map(whole)],
    database,
    driver: { ...monitored(options), ...numbers.driver, ...tls.driver, ...options.driver },
    from,
    operationTimeoutMs: numbers.operationTimeoutMs,
    timeoutMs,
    retry: options.retry ?? true,
    relaxedTls: tls.relaxed,
    collections: options.collections ?? {},
    logger: loggerOf(options),
    onEvent: listenerOf(options),
  }
}

function whole(given: GivenSeat): Seat {
  const { secrets, uri } = parseTarget(given.uri)
  return {
    ...given,
    secrets: [given.uri, ...secrets.map((secret) => secret.reveal())],
    tls: uri.effective.tls,
    certificateKeyFile: uri.effective.tlsCertificateKeyFile,
  }
}

function hasProblems(problems: Problems): problems is [CodedProblem, ...CodedProblem[]] {
  return problems.length > 0
}

function numbersOf(
  env: Environment,
  problems: Problems,
): { readonly driver: MongoClientOptions; readonly operationTimeoutMs: number | null } {
  const ms = { least: 1, unit: 'milliseconds', such: 5_000 }
  const selection = wholeNumber(env, 'MONGODB_SERVER_SELECTION_TIMEOUT_MS', ms, problems)
  const connecting = wholeNumber(env, 'MONGODB_CONNECT_TIMEOUT_MS', ms, problems)
  const pool = wholeNumber(
    env,
    'MONGODB_MAX_POOL_SIZE',
    { least: 0, unit: 'connections (0: no limit)', such: 50 },
    problems,
  )
  return {
    driver: {
      ...(selection === undefined ? {} : { serverSelectionTimeoutMS: selection }),
      ...(connecting === undefined ? {} : { connectTimeoutMS: connecting }),
      ...(pool === undefined ? {} : { maxPoolSize: pool }),
    },
    operationTimeoutMs: wholeNumber(env, 'MONGODB_TIMEOUT_MS', ms, problems) ?? null,
  }
}

// What a timer of Node's can hold; it fires at once for more.
const longestMs = 2_147_483_647

function boundOf(given: number | undefined, problems: Problems): number {
  if (given === undefined) return defaultTimeoutMs
  if (Number.isFinite(given) && given > 0 && given <= longestMs) return given
  problems.push({
    code: 'uri-option-value',
    variable: 'timeoutMs',
    expected: 'a number of milliseconds above 0, and of no more than 24 days',
    how: `Leave it out for ${defaultTimeoutMs}.`,
  })
  return defaultTimeoutMs
}

/** Commands are watched where somebody wants to hear of them; it costs a little at each. */
function monitored({ logger, onEvent }: ConnectOptions): MongoClientOptions {
  return logger === undefined && onEvent === undefined ? {} : { monitorCommands: true }
}

/** The marks that container engines leave; without one we are on a machine of its own, as far as can be told. */
function inContainer(): boolean {
  return (
    existsSync('/.dockerenv') ||
    existsSync('/run/.containerenv') ||
    process.env['KUBERNETES_SERVICE_HOST'] !== undefined
  )
}
