import type { ServerError } from '@mongowhy/core'

import type { Redaction } from './redaction.ts'

const longestMessage = 1_000
// Causes nest a few deep at most; a cycle must not hold us.
const deepest = 8

/**
 * An error of the driver or the server as evidence: codes kept, the message redacted and cut to 1000 characters.
 * `systemCode` is the first errno or TLS code found among the causes below it.
 */
export function serverErrorOf(error: unknown, redact: Redaction): ServerError {
  const message = error instanceof Error ? error.message : String(error)
  const code = codeOf(error)
  const codeName = field(error, 'codeName') ?? field(field(error, 'originalError'), 'codeName')
  const missing = missingModuleOf(error)
  return {
    name: error instanceof Error ? error.name.slice(0, 100) : 'Error',
    message: redact(message.slice(0, longestMessage * 4))
      .slice(0, longestMessage)
      .trim(),
    code: typeof code === 'number' ? code : null,
    codeName: typeof codeName === 'string' ? codeName.slice(0, 100) : null,
    labels: labelsOf(error),
    systemCode: systemCodeOf(error),
    ...(missing === null ? {} : { missingModule: missing }),
  }
}

/** Whether the server itself gave this answer; a code of its own says so. */
export function isServersAnswer(error: unknown): boolean {
  return error instanceof Error && error.name === 'MongoServerError' && typeof codeOf(error) === 'number'
}

// What a server says when it was interrupted, by time, by a shutdown, by a change of the primary or by a lost connection
// behind a mongos: how far it had come is not known.
const interruptions: ReadonlySet<unknown> = new Set([
  6, 7, 24, 50, 89, 91, 189, 202, 262, 9001, 11600, 11601, 11602,
])

/** Whether the server refused a command, so that nothing of it was done. A write that lacks its confirmation was made. */
export function isRefusal(error: unknown): boolean {
  return isServersAnswer(error) && !interruptions.has(codeOf(error))
}

/** The server's code. Where the driver puts its own words in place of the server's, it keeps the answer below. */
function codeOf(error: unknown): unknown {
  return field(error, 'code') ?? field(field(error, 'originalError'), 'code')
}

// What a server says to a hello that it does not serve: an API version, or a load balancer's mode that it is not in.
const answersToHello: ReadonlySet<unknown> = new Set([322, 323, 324, 347, 354])

/**
 * Whether a failure to connect is the server's refusal of the login. The driver (7.9) tells of no command before a
 * connection is established, so its error must say it: a server that answers by then has only hello and login to answer,
 * and a refused hello ends the selection instead, but for the codes above.
 */
export function refusesLogin(error: unknown): boolean {
  return isServersAnswer(error) && !answersToHello.has(field(error, 'code'))
}

function labelsOf(error: unknown): readonly string[] {
  const labels = field(error, 'errorLabels')
  if (!Array.isArray(labels)) return []
  return labels.slice(0, 16).flatMap((label) => (typeof label === 'string' ? [label.slice(0, 100)] : []))
}

function systemCodeOf(error: unknown): string | null {
  let at: unknown = error
  for (let depth = 0; depth < deepest && at !== null && at !== undefined; depth++) {
    const code = field(at, 'code')
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,80}$/.test(code)) return code
    at = field(at, 'cause')
  }
  return null
}

/** Of a MongoMissingDependencyError, which may stand below the error of a mechanism. */
function missingModuleOf(error: unknown): string | null {
  let at: unknown = error
  for (let depth = 0; depth < deepest && at !== null && at !== undefined; depth++) {
    const name = field(at, 'dependencyName')
    if (typeof name === 'string') return name.slice(0, 100)
    at = field(at, 'cause')
  }
  return null
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined
}
