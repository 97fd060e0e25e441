import type { Secret } from '../secret.ts'
import { hidden } from './limits.ts'
import { decodeLeniently } from './percent.ts'

/** Longer texts are cut before they are scrubbed: no error message worth reading is longer. UTF-16 units. */
const maxText = 65_536

/**
 * A text of a driver or a server without the secrets in it: as they stand, percent-encoded and decoded, whatever their
 * case, and the user information of any URL. At most 64 Ki characters are kept.
 */
export function redactText(text: string, secrets: readonly Secret[]): string {
  let kept = text.length > maxText ? `${text.slice(0, maxText)}…` : text
  const needles = new Set(secrets.flatMap((secret) => variants(secret.reveal())))
  // The longest first: a piece must not hide that the whole stood there.
  for (const needle of [...needles].sort((a, b) => b.length - a.length)) kept = without(kept, needle)
  return withoutUserinfo(kept)
}

function variants(secret: string): readonly string[] {
  if (secret === '' || secret.length > maxText) return secret === '' ? [] : [secret.slice(0, 256)]
  const decoded = decodeLeniently(secret)
  const forms = [secret, decoded]
  for (const form of [secret, decoded]) {
    const encoded = encodeURIComponent(wellFormed(form))
    forms.push(
      encoded,
      encoded.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`),
      encoded.replaceAll('%20', '+'),
      encodeURI(wellFormed(form)),
      JSON.stringify(form).slice(1, -1),
    )
  }
  return forms
}

/** `encodeURIComponent` throws on half a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

function without(text: string, needle: string): string {
  if (needle.length < 3) {
    // So short a secret would garble every word; it is taken out where it stands alone.
    const alone = new RegExp(`(?<![\\w])${needle.replace(/[^\w\s]/g, '\\$&')}(?![\\w])`, 'gi')
    return /^\w+$/.test(needle) ? text.replace(alone, hidden) : text
  }
  const lower = text.toLowerCase()
  const wanted = needle.toLowerCase()
  // Where lower case changes lengths, positions would be wrong.
  if (lower.length !== text.length) return text.replaceAll(needle, hidden)
  let from = 0
  let made = ''
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, from)) {
    made += text.slice(from, at) + hidden
    from = at + wanted.length
  }
  return made + text.slice(from)
}

/** `scheme://user:password@`: whatever stands between `://` and the last `@` before white space or a quote. */
function withoutUserinfo(text: string): string {
  let made = ''
  let from = 0
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', from)) {
    const start = at + 3
    const end = runEnd(text, start)
    const userinfo = text.slice(start, end).lastIndexOf('@')
    made += text.slice(from, start)
    if (userinfo !== -1) made += `${hidden}@`
    made += text.slice(userinfo === -1 ? start : start + userinfo + 1, end)
    from = end
  }
  return made + text.slice(from)
}

const stops = /[\s"'`]/g

function runEnd(text: string, from: number): number {
  stops.lastIndex = from
  return stops.exec(text)?.index ?? text.length
}
