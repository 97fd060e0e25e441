import { seenBy } from '@mongowhy/core'
import type { Evidence, HelloFacts, SeenLook, ServerProduct } from '@mongowhy/core'

import { answered, uriOf } from './deployment.ts'
import { isAtlas, loginOf, rejection } from './session.ts'

// MongoDB up to 8.0 names no mechanisms for a user that it does not find; later ones name the server's own instead.
const lastThatTells = 25
const firstThatTells = 7

// Drivers ask for the mechanisms of these users only, and so do we: $external has no such list.
const asked: ReadonlySet<string | null> = new Set([null, 'PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-256'])

export interface ToldMechanisms {
  /** Whether the server has the user in the database of the login. */
  readonly known: boolean
  readonly look: SeenLook<'wire.hello'>
}

/**
 * Whether the server named the user's mechanisms where our hello asked for them; undefined where this evidence does not
 * tell, or the product is not known to tell the truth about it.
 */
export function mechanismsTold(evidence: Evidence): ToldMechanisms | undefined {
  if (!wasAsked(evidence)) return undefined
  for (const build of seenBy(evidence, 'wire.build')) {
    const { outcome } = build.saw
    const reply = answered(evidence, build.ask.endpoint)
    if (reply === undefined || outcome.is !== 'reply') continue
    const known = knownBy(outcome.product, reply.hello)
    if (known !== undefined) return { known, look: reply.look }
  }
  return undefined
}

/** Whether the questions about the user are worth asking. A name that was encoded twice would be asked for as it is not. */
export function mayBeAsked(evidence: Evidence): boolean {
  const uri = uriOf(evidence)
  const named = uri?.credentials.username === 'given' && asked.has(uri.effective.authMechanism)
  const itself = uri?.credentials.looksEncoded?.includes('username') !== true
  return named && itself && !answeredByAtlas(evidence)
}

/**
 * Whether our hello asked: it does for a user that the connection string names, of a peer that may know the name. Without
 * the question a reply names no mechanisms either, and that says nothing.
 */
function wasAsked(evidence: Evidence): boolean {
  const uri = uriOf(evidence)
  if (uri === undefined || !mayBeAsked(evidence)) return false
  const { tls, tlsAllowInvalidCertificates, tlsAllowInvalidHostnames } = uri.effective
  return !tls || !(tlsAllowInvalidCertificates || tlsAllowInvalidHostnames)
}

/** Atlas's proxies answer in the server's place, and say the same of everybody. */
function answeredByAtlas(evidence: Evidence): boolean {
  const refused = rejection(loginOf(evidence))
  return refused !== null && isAtlas(refused.error)
}

/** Whether a product's hello says that it has the user; undefined where it does not tell. */
export function knownBy(product: ServerProduct, hello: HelloFacts): boolean | undefined {
  const named = hello.saslSupportedMechs ?? []
  if (product.is === 'other') {
    // FerretDB names PLAIN alone for whatever user where it has no users of its own, and nothing for one that it lacks.
    if (product.name !== 'FerretDB' || named.join() === 'PLAIN') return undefined
    return named.length > 0
  }
  const tells = hello.maxWireVersion >= firstThatTells && hello.maxWireVersion <= lastThatTells
  return tells ? named.length > 0 : undefined
}
