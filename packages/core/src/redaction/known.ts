import { hidden } from '../connection-string/limits.ts'
import { formsOf } from './forms.ts'
import type { Secret } from './secret.ts'

/** The text without what is known to be secret, in every form of it, whatever its case. */
export function withoutKnown(text: string, secrets: readonly Secret[]): string {
  const needles = new Set(secrets.flatMap((secret) => formsOf(secret)))
  let kept = text
  for (const needle of [...needles].sort((a, b) => b.length - a.length)) kept = without(kept, needle)
  return kept
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
  return from === 0 ? text : made + text.slice(from)
}
