import { withoutArguments } from './commands.ts'
import { withoutEncoded } from './encoded.ts'
import type { Found } from './found.ts'
import { withoutKnown } from './known.ts'
import { withoutTold } from './prose.ts'
import type { Secret } from './secret.ts'
import { withoutSettings } from './settings.ts'
import { withoutAddressees, withoutTokens } from './tokens.ts'
import { withoutBareUserinfo, withoutUserinfo } from './urls.ts'
import { withoutKnownUsers, withoutUserNames } from './user-names.ts'
import type { UserNames } from './user-names.ts'

/** Longer texts are cut before they are scrubbed: no error message worth reading is longer. UTF-16 units. */
const maxText = 65_536

/** What is done with the names of users: `names` are those that are known, to be hidden wherever they stand. */
export interface Users {
  readonly users: UserNames
  readonly names: readonly Secret[]
}

/** Users as nobody asked for: hidden, and none known. */
export const usersHidden: Users = { users: 'hidden', names: [] }

/**
 * A text of others without the secrets in it: those that are known, in every form that they take; the user information
 * of any URL; keys and tokens that can be told by their form or by the name before them; and, unless user names are
 * kept, e-mail addresses, what is called a user, and the users that are known. At most 64 Ki characters are kept. Linear in
 * the length.
 */
export function redactText(
  text: string,
  secrets: readonly Secret[],
  { users, names }: Users = usersHidden,
): string {
  const cut = text.length > maxText ? `${text.slice(0, maxText)}…` : text
  const bare = withoutKnown(narrow(cut), secrets)
  const holds = (decoded: string): boolean =>
    showsSecret(decoded) || withoutKnown(decoded, secrets) !== decoded
  const kept = withoutEncoded(inClear(bare, users), holds)
  if (users === 'kept') return kept
  return withoutKnownUsers(withoutUserNames(withoutAddressees(kept)), names)
}

/**
 * The text without what shows by its form or its place that it is a secret, in clear or encoded. `found` is told each.
 */
export function withoutShown(text: string, users: UserNames, found?: Found): string {
  return withoutEncoded(inClear(text, users, found), showsSecret, found)
}

function showsSecret(decoded: string): boolean {
  return inClear(decoded, 'kept') !== decoded
}

function inClear(text: string, users: UserNames, found?: Found): string {
  let kept = withoutUserinfo(text, users, found)
  kept = withoutTokens(kept, found)
  kept = withoutArguments(kept, found)
  kept = withoutSettings(kept, found)
  kept = withoutTold(kept, found)
  return withoutBareUserinfo(kept, users, found)
}

/** UTF-16 that was read as bytes has a NUL beside every character; expressions would not recognise anything. */
function narrow(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return /(?:[^\u0000]\u0000){6}/.test(text) ? text.replaceAll('\0', '') : text
}
