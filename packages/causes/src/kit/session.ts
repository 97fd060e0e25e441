import { firstSeen, seenBy } from '@mongowhy/core'
import type { Evidence, LoginSighting, OperationSighting, SeenLook, ServerError } from '@mongowhy/core'

export type LoginLook = SeenLook<'auth.login'>
export type OperationLook = SeenLook<'ops.run'>

/** The driver's one login; undefined where it was not reached. */
export function loginOf(evidence: Evidence): LoginLook | undefined {
  return firstSeen(evidence, 'auth.login')
}

/** The server's refusal of the login; null where it did not refuse one. */
export function rejection(
  look: LoginLook | undefined,
): Extract<LoginSighting['outcome'], { readonly is: 'rejected' }> | null {
  return look?.saw.outcome.is === 'rejected' ? look.saw.outcome : null
}

/** Operations that the server or the driver refused, in the order in which they were tried. */
export function failedOperations(
  evidence: Evidence,
): readonly { readonly look: OperationLook; readonly error: ServerError }[] {
  return seenBy(evidence, 'ops.run').flatMap((look) => {
    const { outcome }: OperationSighting = look.saw
    return outcome.is === 'failed' ? [{ look, error: outcome.error }] : []
  })
}

/** What a server's refusal is about. */
export type Refusal = 'credentials' | 'mechanism' | 'rights' | 'no-sni' | 'quota' | 'tier' | 'other'

const userNotFound = 11
const unauthorized = 13
const authenticationFailed = 18
const mechanismUnavailable = 334
const atlasError = 8000

// Atlas's proxies answer one code for everything: here the words are the structure. Each is anchored on its fixed part.
const atlasWords: readonly (readonly [RegExp, Refusal])[] = [
  [/\bbad auth\b/i, 'credentials'],
  [/\bno SNI name sent\b/i, 'no-sni'],
  [/\bnot allowed to do action\b/i, 'rights'],
  [/\bquota\b|\bcannot create a new (?:collection|database)\b/i, 'quota'],
  [/^CMD_NOT_ALLOWED\b|allowed\b.{0,120}\bin this atlas tier\b/i, 'tier'],
]

/** What a refusal is about, by its code; of Atlas's code 8000 by its words. */
export function refusalOf(error: ServerError): Refusal {
  switch (error.code) {
    case userNotFound:
    case authenticationFailed:
      return 'credentials'
    case mechanismUnavailable:
      return 'mechanism'
    case unauthorized:
      return 'rights'
    case atlasError:
      return atlasWords.find(([words]) => words.test(error.message))?.[1] ?? 'other'
    default:
      return 'other'
  }
}

/** Whether it was Atlas's proxy that answered. */
export function isAtlas(error: ServerError): boolean {
  return error.code === atlasError
}

/** `code 18, AuthenticationFailed`: the structure of an answer for people. */
export function codeWords(error: ServerError): string {
  const code = error.code === null ? 'no code' : `code ${error.code}`
  return error.codeName === null ? code : `${code}, ${error.codeName}`
}

/** What a server says when it turns work away since it has too much of it (MongoDB's category SystemOverloadedError). */
const overloadCodes: ReadonlySet<number | null> = new Set([433, 449, 450, 462])

/** Whether the server itself said that it has too much to do. Labels do not tell: drivers add them as well. */
export function isOverload(error: ServerError): boolean {
  return overloadCodes.has(error.code)
}
