import { decodeLeniently } from '../connection-string/percent.ts'
import { placeholderWords } from '../connection-string/placeholder.ts'
import { formsOf } from './forms.ts'
import type { Secret } from './secret.ts'

// A report speaks of certificates, secondaries and standalones; a password that is such a word cannot be told from it.
// The engine has taken it out of the texts of others all the same.
const longestWord = 16
const shortestTelling = 6
const shortestUnlike = 10

/**
 * Whether a text that is about to be written holds one of the secrets, in any form. `open` holds what may be read by
 * anyone, host names say: a password that is part of one is no sign of a leak.
 */
export function holdsSecret(text: string, secrets: readonly Secret[], open: readonly string[]): boolean {
  const searched = folded(text)
  const known = folded(open.join('\n'))
  return secrets
    .filter((secret) => isTelling(secret.reveal()))
    .flatMap((secret) => formsOf(secret))
    .map(folded)
    .some((form) => form.length >= shortestTelling && searched.includes(form) && !known.includes(form))
}

/** Case and line breaks are a renderer's doing. */
function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ')
}

/** The secrets among these that cannot be a word of anybody's: long, and of three kinds of characters at least. */
export function unlikeWords(secrets: readonly Secret[]): readonly Secret[] {
  return secrets.filter((secret) => {
    const value = secret.reveal()
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(value))
    return value.length >= shortestUnlike && kinds.length >= 3
  })
}

function isTelling(secret: string): boolean {
  // What a person forgot to fill in is nobody's secret, and the report has to name it; tools may have encoded it since.
  if (secret.length < shortestTelling || placeholderWords(decodeLeniently(secret)) !== '') return false
  return secret.length >= longestWord || !/^(?:[a-z]+|\d{1,8})$/i.test(secret)
}
