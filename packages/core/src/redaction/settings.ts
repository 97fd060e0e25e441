import { hidden } from '../connection-string/limits.ts'
import type { UserNames } from './urls.ts'

const secretWords =
  'password|passwd|passphrase|pwd|passcode|secret|token|api[_-]?key|access[_-]?key(?:[_-]?id)?|private[_-]?key|credentials?|authorization|cookie|sessionid'

// `name=value`, `"name": "value"`, `name => 'value'`, `NAME:value`, a header; the value quoted, or up to a break.
const setting = new RegExp(
  String.raw`\b([\w.-]{0,40}?(?:${secretWords}|(?<![a-z])pass)[\w-]{0,20}\\?["']?\s{0,3}(?:=>|[:=])\s{0,3})` +
    String.raw`(?:\\?"((?:[^"\\\n]|\\.){1,4096}?)\\?"|\\?'((?:[^'\\\n]|\\.){1,4096}?)\\?'|([^\s"',;)}\]<>&]{1,4096}))`,
  'gi',
)

const header =
  /\b((?:proxy-)?authorization|(?:set-)?cookie|x-[\w-]{0,40}(?:key|token|secret))\s{0,3}:\s{0,3}([^\r\n"'<]{1,8192})/gi

const flag =
  /(?<=\s--?(?:password|passwd|pass|pwd|token|secret|api-?key)[= ]{1,2})(?!-)(?:"[^"\n]{1,512}"|'[^'\n]{1,512}'|[^\s"']{1,512})/gi

const shortFlag =
  /(?<=\b(?:mongo(?:sh|dump|restore|import|export|stat|top|files)?|mysql|psql|curl)\b[^\n]{0,512}? -p ?)(?![-\s])[^\s"']{1,512}/g

const user =
  /\b((?:user(?:[ _-]?name)?|login|principal)\\?["']?\s{0,3}(?:=>|[:=])\s{0,3}\\?["']?)([\w.%+@-]{1,128})/gi

// What people write where a secret stood, and what programs print instead of one; hiding it hides nothing.
const noSecret =
  /^(?:<[^<>]{0,40}>|\[?(?:redacted|hidden|removed|filtered|masked|set|unset)\]?|\*+|x{3,}|\.{3,}|null|none|nil|undefined|true|false|yes|no|required|missing|absent|empty|given|process\.env\b.*|os\.\w+.*|\$\{?\w.*|your[\w-]{0,20}|[A-Z]+_[A-Z_]+)$/i

/** The text without the values of what is called a password, a token, a key. */
export function withoutSettings(text: string, users: UserNames): string {
  const kept = text
    .replace(header, (whole, name: string, value: string) =>
      noSecret.test(value.trim()) ? whole : `${name}: ${hidden}`,
    )
    .replace(setting, (whole: string, name: string, ...quoted: readonly (string | undefined)[]) => {
      const value = quoted.slice(0, 3).find((each) => each !== undefined) ?? ''
      if (noSecret.test(value) || value.includes('://') || proseAfter(name, quoted[2])) return whole
      return name + whole.slice(name.length).replace(value, () => hidden)
    })
    .replace(flag, hidden)
    .replace(shortFlag, hidden)
  if (users === 'kept') return kept
  return kept.replace(user, (whole, name: string, value: string) =>
    noSecret.test(value) ? whole : name + hidden,
  )
}

/** `bad password: authentication failed` is a sentence, and no setting: a blank after the colon, and an unquoted word. */
function proseAfter(name: string, bare: string | undefined): boolean {
  return bare !== undefined && /:\s+$/.test(name) && /^[a-z]+[.,;:!]?$/i.test(bare)
}
