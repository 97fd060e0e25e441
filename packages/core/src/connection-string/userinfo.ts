import type { CredentialShape, UriFault } from '../sightings/index.ts'
import { partOf, type Part } from './part.ts'
import { badEscape, decodeLeniently } from './percent.ts'
import { passwordFacts } from './password.ts'
import { isPlaceholder, placeholderWords } from './placeholder.ts'

export interface Userinfo {
  /** Decoded; null when there is none. */
  readonly username: string | null
  readonly password: string | null
  readonly shape: CredentialShape
  /** Where it ends: at the `@`. */
  readonly end: number
  readonly faults: readonly UriFault[]
}

type Which = 'username' | 'password'
const whichever: readonly Which[] = ['username', 'password']
type Reserved = Extract<UriFault, { kind: 'unescaped-reserved' }>['character']

/** Reads what stands before the `@`; null: there is no `@`. */
export function readUserinfo(part: Part | null): Userinfo {
  if (part === null) return { username: null, password: null, shape: shapeOf(null, null), end: 0, faults: [] }
  const colon = part.text.indexOf(':')
  const name = colon === -1 ? part : partOf(part, 0, colon)
  const secret = colon === -1 ? null : partOf(part, colon + 1)
  const username = decodeLeniently(name.text)
  const password = secret === null ? null : decodeLeniently(secret.text)
  return {
    username,
    password,
    shape: shapeOf(username, password),
    end: part.offset + part.text.length,
    faults: [
      ...partFaults(name, 'username'),
      ...(secret === null ? [] : partFaults(secret, 'password')),
      ...(name.text === ''
        ? [{ kind: 'auth-options', problem: 'username-empty', offset: part.offset, length: 0 } as const]
        : []),
    ],
  }
}

function partFaults(part: Part, which: Which): readonly UriFault[] {
  const faults: UriFault[] = []
  const at = part.text.indexOf('@')
  if (at !== -1) {
    const count = part.text.split('@').length - 1
    faults.push({ kind: 'unescaped-at', count, part: which, offset: part.offset + at, length: 1 })
  }
  const met = new Set<string>()
  for (const { 0: found, index } of part.text.matchAll(/[/?#[\]:]/g)) {
    if (met.has(found)) continue
    met.add(found)
    // The expression above matches these characters and no other.
    const character = found as Reserved
    faults.push({
      kind: 'unescaped-reserved',
      character,
      part: which,
      offset: part.offset + index,
      length: 1,
    })
    if (met.size === 6) break
  }
  const bad = badEscape(part.text)
  if (bad !== null) {
    const undecodable = bad.undecodable ? { undecodable: true } : {}
    faults.push({
      kind: 'bare-percent',
      part: which,
      offset: part.offset + bad.at,
      length: 1,
      ...undecodable,
    })
  }
  if (isPlaceholder(decodeLeniently(part.text))) {
    faults.push({ kind: 'placeholder', part: which, offset: part.offset, length: part.text.length })
  }
  return faults
}

function shapeOf(username: string | null, password: string | null): CredentialShape {
  const state = (text: string | null): 'absent' | 'empty' | 'given' =>
    text === null ? 'absent' : text === '' ? 'empty' : 'given'
  const textOf = (part: Which): string | null => (part === 'username' ? username : password)
  const placeholders = whichever.flatMap((part) => {
    const text = textOf(part)
    return text !== null && isPlaceholder(text) ? [{ part, text: placeholderWords(text) }] : []
  })
  const encoded = whichever.filter((part) => isEncoded(textOf(part) ?? ''))
  return {
    username: state(username),
    password: state(password),
    usernameLooksLikeEmail: username !== null && /@[^@.]+\.[^@]/.test(username),
    placeholders,
    decodedPasswordHasEscapes: password !== null && /%[0-9a-f]{2}/i.test(password),
    ...(encoded.length === 0 ? {} : { looksEncoded: encoded }),
    passwordHasStrayEdges: password !== null && strayEdge.test(password),
    ...(password === null ? {} : passwordFacts(password)),
  }
}

/**
 * Nothing but characters that encoders leave alone, and escapes of characters that they do not. A password that merely
 * has a `%` in it rarely passes: `100%25` does, `a%41b` and `p%40ss w!rd@` do not.
 */
function isEncoded(text: string): boolean {
  const escapes = text.match(/%[0-9a-f]{2}/gi)
  if (escapes === null || !/^(?:[\w.~!*'()-]|%[0-9a-f]{2})*$/i.test(text)) return false
  return escapes.every((escape) => !/[\w.~-]/.test(String.fromCharCode(parseInt(escape.slice(1), 16))))
}

// oxlint-disable-next-line no-control-regex
const strayEdge = /^[\s\u0000-\u001f\u200b-\u200f\ufeff]|[\s\u0000-\u001f\u200b-\u200f\ufeff]$/
