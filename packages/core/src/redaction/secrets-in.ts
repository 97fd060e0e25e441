import { parseTarget } from '../connection-string/parse-target.ts'
import { withoutShown } from './redact-text.ts'
import { Secret } from './secret.ts'

// More strings than this in one text are lines of a log that repeats them.
const mostStrings = 40
const mostSecrets = 400

// What programs print instead of a secret; hiding it would garble what is said.
const stands =
  /^(?:\*+|x{3,}|\.{3,}|<[^<>]{0,40}>|\$\{?\w.*|your[\w-]{0,20}|my[_-]?password|password|username|user|pass|pwd)$/i

/**
 * Every secret that a text of others holds, as far as its form or its place shows it: what `redactText` takes out of it, so
 * that it can be taken out of other words as well. At most 400.
 */
export function secretsIn(text: string): readonly Secret[] {
  const found = new Set<string>()
  const keep = (secret: string): void => {
    const told = secret.split(':').every((part) => stands.test(part))
    if (found.size < mostSecrets && secret.length >= 2 && !told) found.add(secret)
  }
  for (const string of stringsIn(text))
    for (const secret of parseTarget(string).secrets) keep(secret.reveal())
  withoutShown(text, 'kept', keep)
  return [...found].map((secret) => new Secret(secret))
}

const paths = /^(?:https?|file|node|webpack(?:-internal)?|git|npm)$/i

/** Strings with credentials, whatever their scheme, as `mongodb://` ones: the parser knows what a broken one meant. */
function stringsIn(text: string): readonly string[] {
  const all = [...text.matchAll(/\b([a-z][a-z0-9+.-]{1,30}):\/\/([^\s"'`]{1,4096})/gi)]
    // In the path of a page or a file an `@` stands before a version.
    .filter(([, scheme = '', body = '']) => (paths.test(scheme) ? /^[^/?#]*@/ : /@/).test(body))
    .map(([, , body = '']) => body)
  return [...new Set(all)].slice(0, mostStrings).map((body) => `mongodb://${body}`)
}
