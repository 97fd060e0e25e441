import { hidden } from '../connection-string/limits.ts'
import type { Found } from './found.ts'
import type { UserNames } from './user-names.ts'
import { userinfoIn } from './userinfo.ts'
import type { Beginning } from './userinfo.ts'
import { isUnlikeWord } from './words.ts'

// `://`, as JSON, HTML and URLs within URLs write it, and as fingers slip in a string of MongoDB's.
const schemes =
  /(?::|%(?:25){0,3}3a|&colon;|&#58;|&#x3a;|\\u003a)(?:\\?\/|%(?:25){0,3}2f|&#x2f;|&#47;|&sol;|\\u002f){2}|((?<=\bmongodb(?:\+srv)?)(?::(?!:)|：)[/／\\]{0,4})/gi

const mongoScheme = /mongodb(?:(?:\+|%(?:25){0,3}2b|\\u002b)srv)?$/i

/** A URL within one that was searched already is a short one, or searching would not be linear. */
const longestInner = 512

/**
 * The text without the user information of any URL: whatever stands between the scheme and the last `@` before white
 * space or a quote. A connection string whose password has white space in it is followed to the `@`.
 */
export function withoutUserinfo(text: string, users: UserNames, found?: Found): string {
  let made = ''
  let from = 0
  let searched = 0
  schemes.lastIndex = 0
  for (let match = schemes.exec(text); match !== null; match = schemes.exec(text)) {
    const start = match.index + match[0].length
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    const how: Beginning = {
      mongo: mongoScheme.test(before),
      encoded: match[0].startsWith('%'),
      loose: match[1] !== undefined,
      web: /\bhttps?$/i.test(before),
    }
    const { cut, end } = userinfoIn(text, start, how, start < searched ? longestInner : text.length)
    searched = Math.max(searched, end)
    // What follows may be a URL of its own, in a query say.
    if (cut === null) continue
    const userinfo = text.slice(start, start + cut.at)
    passwordsOf(userinfo).forEach((password) => found?.(password))
    made += text.slice(from, start) + shown(userinfo, users, how)
    from = start + cut.at
    schemes.lastIndex = start + cut.after
  }
  return made + text.slice(from)
}

const colon = /:|%(?:25){0,3}3a|&colon;|&#(?:58|x3a);|\\u003a/i

function shown(userinfo: string, users: UserNames, { mongo }: Beginning): string {
  if (users === 'hidden') return hidden
  const at = userinfo.search(colon)
  if (at !== -1) return `${userinfo.slice(0, at)}:<password>`
  // What stands alone before a host is a token as often as a name.
  return mongo && !isUnlikeWord(userinfo) ? userinfo : hidden
}

/** What may be the password: a user name may hold a colon, by mistake. */
function passwordsOf(userinfo: string): readonly string[] {
  const parts = userinfo.split(colon)
  return parts.slice(1).map((_, at) => parts.slice(at + 1).join(':'))
}

/** `user:password@host` without a scheme, as programs print what they took a connection string apart into. */
export function withoutBareUserinfo(text: string, users: UserNames, found?: Found): string {
  return text.replace(
    /(?<![\w%+:/.@-])([\w.%+~-]{1,128}):([^\s"'`@/<>]{1,256})@(?=([\w-]+(?:\.[\w-]+)+|localhost\b|\[|[\w-]+:\d)|[\w-]+)/g,
    (whole, user: string, password: string, surelyHost: string | undefined) => {
      if (surelyHost === undefined && !isUnlikeWord(password)) return whole
      found?.(password)
      return users === 'hidden' ? `${hidden}@` : `${user}:<password>@`
    },
  )
}
