import { placeholderWords } from '../connection-string/placeholder.ts'
import type { Evidence } from '../evidence.ts'
import { formsOf } from './forms.ts'
import type { Secret } from './secret.ts'

// A report speaks of certificates, secondaries and standalones; a password that is such a word cannot be told from it.
// The engine has taken it out of the texts of others all the same.
const longestWord = 16
const shortestTelling = 6

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

function isTelling(secret: string): boolean {
  // What a person forgot to fill in is nobody's secret, and the report has to name it.
  if (secret.length < shortestTelling || placeholderWords(secret) !== '') return false
  return secret.length >= longestWord || !/^(?:[a-z]+|\d{1,8})$/i.test(secret)
}

const openKeys: ReadonlySet<string> = new Set([
  'endpoint',
  'host',
  'hosts',
  'database',
  'name',
  'me',
  'primary',
  'passives',
  'arbiters',
  'setName',
  'servername',
  'target',
  'altNames',
  'subject',
  'issuer',
  'address',
  'path',
])

/** What evidence holds that is no secret by what it is: names of hosts, sets, databases and files, as they were met. */
export function openTexts(evidence: Evidence): readonly string[] {
  const found = new Set<string>()
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (openKeys.has(key)) found.add(value)
    } else if (Array.isArray(value)) value.forEach((each) => walk(each, key))
    else if (typeof value === 'object' && value !== null) {
      for (const [own, each] of Object.entries(value)) walk(each, own)
    }
  }
  walk(evidence.looks, '')
  return [...found]
}
