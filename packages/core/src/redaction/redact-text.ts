import { withoutKnown } from './known.ts'
import type { Secret } from './secret.ts'
import { withoutSettings } from './settings.ts'
import { withoutAddressees, withoutTokens } from './tokens.ts'
import { withoutBareUserinfo, withoutUserinfo } from './urls.ts'
import type { UserNames } from './urls.ts'

/** Longer texts are cut before they are scrubbed: no error message worth reading is longer. UTF-16 units. */
const maxText = 65_536

/**
 * A text of others without the secrets in it: those that are known, in every form that they take; the user information
 * of any URL; keys and tokens that can be told by their form or by the name before them; and, unless user names may be
 * kept, e-mail addresses and what is called a user. At most 64 Ki characters are kept. Linear in the length.
 */
export function redactText(text: string, secrets: readonly Secret[], users: UserNames = 'hidden'): string {
  const cut = text.length > maxText ? `${text.slice(0, maxText)}…` : text
  let kept = withoutKnown(cut, secrets)
  kept = withoutUserinfo(kept, users)
  kept = withoutTokens(kept)
  kept = withoutSettings(kept, users)
  kept = withoutBareUserinfo(kept, users)
  return users === 'kept' ? kept : withoutAddressees(kept)
}
