import { hidden } from '../connection-string/limits.ts'
import { parseTarget } from '../connection-string/parse-target.ts'
import type { Found } from './found.ts'
import { formsOf } from './forms.ts'
import { Secret } from './secret.ts'

/** Whether what names a user stays readable. Passwords never do. */
export type UserNames = 'hidden' | 'kept'

// `user=ada`, `"principalName": "ada"`, `userName='ada'`, a MongoCredential, a header.
const setting =
  /\b((?:user(?:[ _-]?name)?|login|principal(?:[ _-]?name)?|authenticationUser)\\?["']?\s{0,3}(?:=>|[:=])\s{0,3}\\?["']?)([\w.%+@=,/-]{1,128})/gi

// `Could not find user "ada" for db "app"`, `UserNotFound: … user ada@app`, `authentication failed for ada on app from client`.
const sentences: readonly RegExp[] = [
  /\b((?:user|principal|account|role)\s{1,3}\\?["'`])([^"'`\\\n]{1,128})(?=\\?["'`])/gi,
  /\b((?:find|authenticate|for|as|by)\s{1,3}(?:the\s{1,3})?(?:user|principal)\s{1,3})([\w.%+-]{1,128}@[\w.$-]{1,64})/gi,
  /\b(authentication failed for\s{1,3})([\w.%+@=,/-]{1,128})(?=\s{1,3}on\s)/gi,
  /(?<=(?:^|\s))((?:-u|--username|--user)[= ]{1,2}["']?)((?!-)[\w.%+@-]{1,128})/g,
]

// What people and programs write where a name stood, and words that end the sentence instead.
const noName =
  /^(?:<[^<>]{0,40}>|\[?(?:redacted|hidden|removed|filtered|masked)\]?|\*+|x{3,}|null|none|nil|undefined|true|false|required|missing|empty|given|[A-Z]+_[A-Z_]+|\$\{?\w.*|your[\w-]{0,20}|and|or|name|data|not|is|was|has)$/i

/** The text without what is called a user in it. `found` is told every name. */
export function withoutUserNames(text: string, found?: Found): string {
  const hide = (whole: string, before: string, name: string): string => {
    if (noName.test(name)) return whole
    found?.(name)
    return before + hidden
  }
  return [setting, ...sentences].reduce((kept, form) => kept.replace(form, hide), text)
}

const mostNames = 100
const mostStrings = 40
// What stands in place of a password is part of the string.
const connectionString = /\bmongodb(?:\+srv)?:\/\/((?:[^\s"'`<>]|<\w{1,20}>){1,4096})/gi

/** Every user that a text of others names, in a connection string or in words; those alone that can be told from a word. */
export function userNamesIn(text: string): readonly Secret[] {
  const found = new Set<string>()
  for (const [, body = ''] of [...text.matchAll(connectionString)].slice(0, mostStrings)) {
    if (!body.includes('@')) continue
    const { username, uri } = parseTarget(`mongodb://${body}`)
    const name = tellingUser(username, [uri.database, uri.effective.effectiveAuthSource])?.reveal() ?? ''
    if (name !== '' && !noName.test(name)) found.add(name)
  }
  withoutUserNames(text, (name) => {
    if (tellingUser(new Secret(name), []) !== null) found.add(name)
  })
  return [...found].slice(0, mostNames).map((name) => new Secret(name))
}

const ordinary: ReadonlySet<string> = new Set([
  'admin',
  'test',
  'local',
  'root',
  'user',
  'config',
  'mongo',
  'mongodb',
])

/** The user, unless it is called as a database is: that name would vanish from every message, where it must be read. */
export function tellingUser(user: Secret | null, databases: readonly (string | null)[]): Secret | null {
  const name = user?.reveal() ?? ''
  return name.length < 3 || ordinary.has(name.toLowerCase()) || databases.includes(name) ? null : user
}

// Within longer words a short name is chance: `ada` is no part of what `adapter` says.
const shortest = 8

/** The text without these users, in every form that their names take. */
export function withoutKnownUsers(text: string, names: readonly Secret[]): string {
  let kept = text
  for (const form of names.flatMap((name) => formsOf(name)).toSorted((a, b) => b.length - a.length)) {
    const alone = form.length < shortest && /^\w+$/.test(form)
    const edge = alone ? ['(?<![A-Za-z0-9])', '(?![A-Za-z0-9])'] : ['', '']
    kept = kept.replace(new RegExp(`${edge[0]}${form.replace(/[^\w\s]/g, '\\$&')}${edge[1]}`, 'gi'), hidden)
  }
  return kept
}
