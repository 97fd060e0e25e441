import { hidden } from '../connection-string/limits.ts'
import type { Found } from './found.ts'
import type { UserNames } from './user-names.ts'

// `://`, as JSON may escape it and as a URL within a URL is encoded.
const schemes = /:\/\/|:\\\/\\\/|%3a%2f%2f/gi
// `<password>`, as we and people write it, is a part of the string.
const stops = /[\s"'`>]|<(?!\w{1,20}>[@:])/g

/**
 * The text without the user information of any URL: whatever stands between the scheme and the last `@` before white
 * space or a quote. A connection string whose password has white space in it is followed to the `@`.
 */
export function withoutUserinfo(text: string, users: UserNames, found?: Found): string {
  let made = ''
  let from = 0
  schemes.lastIndex = 0
  for (let match = schemes.exec(text); match !== null; match = schemes.exec(text)) {
    const start = match.index + match[0].length
    if (start < from) continue
    const encoded = match[0].startsWith('%')
    const end = runEnd(text, start)
    const at = lastAt(text.slice(start, end), encoded)
    const mongo = /mongodb(?:(?:\+|%2b|\\u002b)srv)?$/i.test(
      text.slice(Math.max(0, match.index - 16), match.index),
    )
    const cut = at !== null || !mongo ? at : beyond(text, start, end)
    made += text.slice(from, start)
    if (cut === null) {
      made += text.slice(start, end)
      from = end
    } else {
      const userinfo = text.slice(start, start + cut.at)
      passwordsOf(userinfo).forEach((password) => found?.(password))
      made += shown(userinfo, users) + text.slice(start + cut.at, Math.max(end, start + cut.after))
      from = Math.max(end, start + cut.after)
    }
    schemes.lastIndex = from
  }
  return made + text.slice(from)
}

interface Cut {
  readonly at: number
  readonly after: number
}

function lastAt(run: string, encoded: boolean): Cut | null {
  const sign = run.lastIndexOf('@')
  const escaped = encoded ? run.toLowerCase().lastIndexOf('%40') : -1
  const at = Math.max(sign, escaped)
  return at === -1 ? null : { at, after: at + (at === sign ? 1 : 3) }
}

const hostList =
  /^(?:[\w.-]*|\[[\da-f:.%]*\])(?::\d*)?(?:,(?:[\w.-]*|\[[\da-f:.%]*\])(?::\d*)?)*[/?\\.,;)\]]*(?:[/?].*)?$/i

/** A connection string that breaks off before an `@`, with something before that no host list has: credentials. */
function beyond(text: string, start: number, end: number): Cut | null {
  const run = text.slice(start, end)
  if (run === '' || hostList.test(run)) return null
  const line = text.slice(end, end + 512).split('\n', 1)[0] ?? ''
  const sign = line.search(/@[\w[]/)
  const at = sign === -1 ? run.length : run.length + sign
  return { at, after: sign === -1 ? at : at + 1 }
}

function shown(userinfo: string, users: UserNames): string {
  if (users === 'hidden') return hidden
  const colon = userinfo.search(/:|%3a/i)
  return colon === -1 ? userinfo : `${userinfo.slice(0, colon)}:<password>`
}

/** What may be the password: a user name may hold a colon, by mistake. */
function passwordsOf(userinfo: string): readonly string[] {
  const parts = userinfo.split(/:|%3a/i)
  return parts.slice(1).map((_, at) => parts.slice(at + 1).join(':'))
}

function runEnd(text: string, from: number): number {
  stops.lastIndex = from
  for (let stop = stops.exec(text); stop !== null; stop = stops.exec(text))
    if (stop[0] !== '>' || !/<\w{1,20}$/.test(text.slice(Math.max(from, stop.index - 21), stop.index)))
      return stop.index
  return text.length
}

/** `user:password@host` without a scheme, as programs print what they took a connection string apart into. */
export function withoutBareUserinfo(text: string, users: UserNames, found?: Found): string {
  return text.replace(
    /(?<![\w%+:/.@-])([\w.%+~-]{1,128}):([^\s"'`@/<>]{1,256})@(?=[\w-]+(?:\.[\w-]+)+|localhost\b|\[)/g,
    (_, user: string, password: string) => {
      found?.(password)
      return users === 'hidden' ? `${hidden}@` : `${user}:<password>@`
    },
  )
}
