import { cite, says } from '@mongowhy/core'
import type { Citation, Evidence, ServerError } from '@mongowhy/core'

import { effective } from './deployment.ts'
import { codeWords, loginOf, refusalOf } from './session.ts'
import type { LoginLook, Refusal } from './session.ts'

/** How the one login ended, with the words for it. Null: it was not reached. */
export type LoginEnd =
  | { readonly is: 'in'; readonly login: LoginLook; readonly said: Citation }
  | { readonly is: 'none'; readonly login: LoginLook; readonly said: Citation }
  /** The server's own answer; `about` says what it refused. */
  | {
      readonly is: 'refused'
      readonly login: LoginLook
      readonly said: Citation
      readonly error: ServerError
      readonly about: Refusal
    }
  /** The driver ended it before the server judged anything. `byItself`: not for want of a connection or of time. */
  | {
      readonly is: 'given-up'
      readonly login: LoginLook
      readonly said: Citation
      readonly error: ServerError
      readonly byItself: boolean
    }

export function loginEnd(evidence: Evidence): LoginEnd | null {
  const login = loginOf(evidence)
  if (login === undefined) return null
  const { outcome } = login.saw
  switch (outcome.is) {
    case 'logged-in':
      return { is: 'in', login, said: cite(login, says`the login succeeded`) }
    case 'no-credentials':
      return { is: 'none', login, said: cite(login, says`no credentials were given`) }
    case 'rejected': {
      const { error } = outcome
      const said = cite(login, says`the server answered the login with ${codeWords(error)}: ${error.message}`)
      return { is: 'refused', login, said, error, about: refusalOf(error) }
    }
    case 'failed': {
      const { error } = outcome
      const said = cite(login, says`the driver ended the login by itself: ${error.name}: ${error.message}`)
      return { is: 'given-up', login, said, error, byItself: isClients(error) }
    }
  }
}

// What the driver calls a connection that did not come about or did not last, and the wait for one.
const connectionErrors: ReadonlySet<string> = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoOperationTimeoutError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoTopologyClosedError',
  'MongoServerClosedError',
  'MongoClientClosedError',
  'MongoCompatibilityError',
])

/**
 * Whether a failure is the client's own doing: not the connection's, not the server's answer, and not a package that the
 * driver could not load, which has a cause of its own.
 */
export function isClients({ name, code, systemCode }: ServerError): boolean {
  if (code !== null || connectionErrors.has(name)) return false
  return systemCode !== 'MODULE_NOT_FOUND' && systemCode !== 'ERR_MODULE_NOT_FOUND'
}

/** The mechanism that the user chose; null where it is left to driver and server. */
export function chosenMechanism(evidence: Evidence): string | null {
  return loginOf(evidence)?.saw.mechanism ?? effective(evidence)?.authMechanism ?? null
}
