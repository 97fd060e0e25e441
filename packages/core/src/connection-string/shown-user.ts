import { formsOf } from '../redaction/forms.ts'
import { Secret } from '../redaction/secret.ts'
import { visible } from '../phrase.ts'
import { hidden } from './limits.ts'
import type { Userinfo } from './userinfo.ts'

/** What stands in place of a password beside a name that is shown. */
const hiddenPassword = '<password>'

// Elsewhere a name without a password is most often a password whose name was forgotten.
const withoutPassword: ReadonlySet<string> = new Set(['MONGODB-X509', 'MONGODB-OIDC', 'GSSAPI'])

/**
 * The credentials of a connection string as they may be shown where user names are kept: the name as it stands in the
 * string, and no password. All of it is hidden where it is not sure that what looks like the name is no part of the
 * password: where reserved characters stand unescaped, where the password is made of the name, and for keys of AWS.
 */
export function shownUser(raw: string, userinfo: Userinfo, mechanism: string | null): string {
  const { username, password } = userinfo
  const wanted = mechanism?.toUpperCase() ?? ''
  if (username === null || username === '' || wanted === 'MONGODB-AWS') return hidden
  if (userinfo.faults.some(({ kind }) => kind === 'unescaped-at' || kind === 'unescaped-reserved'))
    return hidden
  if (password === null || password === '')
    return withoutPassword.has(wanted) ? visible(raw.split(':')[0] ?? '') : hidden
  const folded = username.toLowerCase()
  const told = formsOf(new Secret(password)).some((form) => folded.includes(form.toLowerCase()))
  return told ? hidden : `${visible(raw.slice(0, raw.indexOf(':')))}:${hiddenPassword}`
}
