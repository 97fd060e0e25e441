import { defaultOptions, parseTarget, redactText, Secret } from '@mongowhy/core'
import type { MongoClientOptions } from 'mongodb'

import type { CodedProblem } from '../errors/configuration-error.ts'
import { relaxedInDriver, relaxedInUri } from '../tls/relaxed-options.ts'
import type { Driver, GivenSeat } from './configuration.ts'
import type { TlsConfiguration, TlsSources } from './tls.ts'

/** What is wrong with the connection strings and the driver's options, as far as it can be seen without a socket. */
export async function checkSeats(
  seats: readonly GivenSeat[],
  driver: MongoClientOptions,
  tls: TlsConfiguration,
  { Client }: Driver,
): Promise<readonly CodedProblem[]> {
  const found: CodedProblem[] = []
  for (const seat of seats) {
    const relaxed = relaxedInUri(seat.uri)
    for (const name of relaxed) {
      found.push({
        code: 'uri-option-value',
        variable: seat.from,
        expected: `verified TLS: ${name} is always refused in a connection string`,
        how: 'Take it out. For development: tls: developmentTls({ reason, until }).',
      })
    }
    const { faults, effective } = parseTarget(seat.uri).uri
    const files = [effective.tlsCAFile, effective.tlsCertificateKeyFile, effective.tlsCRLFile]
    const named = [driver.tlsCAFile, driver.tlsCertificateKeyFile, driver.tlsCRLFile]
    // Loading the rules costs more than the rest of a connect; a sound string does not need them.
    const doubtful = faults.length > 0 || [...files, ...named].some((file) => (file ?? null) !== null)
    const problem =
      (faults.some(({ kind }) => kind === 'too-long') ? tooLong(seat) : null) ??
      (doubtful ? await judged(seat, driver, tls.from) : null) ??
      (relaxed.length === 0 ? refusedByDriver(seat, driver, Client) : null) ??
      (relaxed.length === 0 && tls.relaxed === null ? relaxedAfterAll(seat, driver, Client) : null)
    if (problem !== null) found.push(problem)
  }
  return found
}

async function judged(
  seat: GivenSeat,
  driver: MongoClientOptions,
  { ca, key }: TlsSources,
): Promise<CodedProblem | null> {
  const { diagnose } = await import('../diagnosis.ts')
  const { verdict } = await diagnose(
    { uri: new Secret(seat.uri), source: seat.from },
    { ...defaultOptions, offline: true, driverOptions: { ...driver } },
  )
  const { primary } = verdict
  if (primary === null) return null
  const { code, title, steps, explanation } = primary
  const how = steps[0] ?? explanation
  // The file was named beside the connection string, so that is where it is mended.
  const file = { 'tls-ca-file-wrong': ca, 'tls-client-key-unusable': key }[code as string] ?? null
  if (file !== null) return { code, variable: file, expected: `a PEM file that can be used. ${title}`, how }
  return { code, variable: seat.from, expected: `a connection string that can be used. ${title}`, how }
}

function tooLong({ from }: GivenSeat): CodedProblem {
  return {
    code: 'uri-option-value',
    variable: from,
    expected: 'a connection string, which is no longer than some thousand characters',
    how: 'It is longer than any that a person wrote: look where it comes from. A few members of the set are enough.',
  }
}

/** Whether the driver, for whatever it was given and however it reads that, would not verify. */
function relaxedAfterAll(
  seat: GivenSeat,
  driver: MongoClientOptions,
  Client: Driver['Client'],
): CodedProblem | null {
  const { tls, rejectUnauthorized, checkServerIdentity } = new Client(seat.uri, driver).options
  if (!tls || (rejectUnauthorized !== false && checkServerIdentity === undefined)) return null
  // The environment's NODE_TLS_REJECT_UNAUTHORIZED is overruled elsewhere; this is an option.
  return {
    code: 'uri-option-value',
    variable: relaxedInDriver(driver).length > 0 ? 'driver' : seat.from,
    expected: 'verified TLS: what the driver was given switches it off',
    how: 'Take it out. For development: tls: developmentTls({ reason, until }).',
  }
}

/** What the driver's own parser says, which may know options that we do not. It opens nothing. */
function refusedByDriver(
  seat: GivenSeat,
  driver: MongoClientOptions,
  Client: Driver['Client'],
): CodedProblem | null {
  const told = refusal(seat.uri, driver, Client)
  if (told === null) return null
  const secrets = parseTarget(seat.uri).secrets.map((secret) => new Secret(secret.reveal()))
  return {
    code: 'uri-option-value',
    variable: refusal(seat.uri, {}, Client) === null ? 'driver' : seat.from,
    expected: `what the driver takes. It says: ${redactText(told, secrets)}`,
    how: 'Set it right, or take it out.',
  }
}

function refusal(uri: string, driver: MongoClientOptions, Client: Driver['Client']): string | null {
  try {
    // The client is only made to see whether it can be; without connect() it holds nothing.
    return new Client(uri, driver) instanceof Client ? null : 'it made no client'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
