import { withoutKnown } from './known.ts'
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
  let kept = withoutKnown(cut, secrets)
  kept = withoutUserinfo(kept, users)
  kept = withoutTokens(kept)
  kept = withoutSettings(kept)
  kept = withoutBareUserinfo(kept, users)
  if (users === 'kept') return kept
  return withoutKnownUsers(withoutUserNames(withoutAddressees(kept)), names)
}
