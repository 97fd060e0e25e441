import { hidden } from '../connection-string/limits.ts'
import type { Found } from './found.ts'

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
  /(?<=\b(?:mongo(?:sh|dump|restore|import|export|stat|top|files)?|mysql|psql|curl)\b[^\n]{0,512}? -p ?)(?![-\s])(?:"[^"\n]{1,512}"|'[^'\n]{1,512}'|[^\s"']{1,512})/g

// What people write where a secret stood, and what programs print instead of one; hiding it hides nothing.
const noSecret =
  /^(?:<[^<>]{0,40}>|\[?(?:redacted|hidden|removed|filtered|masked|set|unset)\]?|\*+|x{3,}|\.{3,}|null|none|nil|undefined|true|false|yes|no|required|missing|absent|empty|given|process\.env\b.*|os\.\w+.*|\$\{?\w.*|your[\w-]{0,20}|[A-Z]+_[A-Z_]+)$/i

/** Where code gives a password as an argument: `db.auth('ada', '…')`, `createCredential("ada", "db", "…".toCharArray())`. */
const argument =
  /\b(?:auth|createCredential|CreateCredential|createScramSha\w{1,20}|CreateMongoCRCredential|PasswordEvidence|SetAuth)\(((?:[^()"'\n]{0,80}(?:"[^"\n]{0,256}"|'[^'\n]{0,256}')){1,3})[^()"'\n]{0,20}(?:\)|\.toCharArray)/g

/** A password in a sentence, in quotes: `field password with value 'x'`. A token in quotes is mostly a parser's. */
const sentence =
  /\b((?:password|passwd|passphrase|pwd)(?:\s{1,3}(?:with|of|the|value|is|was|set|to|as)){0,4}\s{1,3})(["'])((?:(?!\2)[^\n]){1,512})\2/gi

/** The text without the values of what is called a password, a token, a key. */
export function withoutSettings(text: string, found?: Found): string {
  const hide = (secret: string): string => {
    found?.(secret)
    return hidden
  }
  return text
    .replace(header, (whole, name: string, value: string) =>
      noSecret.test(value.trim()) ? whole : `${name}: ${hide(value.trim())}`,
    )
    .replace(setting, (whole: string, name: string, ...rest: readonly (string | number | undefined)[]) => {
      const [double, single, bare, at, all] = rest
      const value = [double, single, bare].find((each) => typeof each === 'string')
      if (typeof value !== 'string' || typeof at !== 'number' || typeof all !== 'string') return whole
      if (noSecret.test(value) || value.includes('://')) return whole
      if (typeof bare === 'string' && proseAfter(name, bare, lineAround(all, at, whole.length))) return whole
      return name + whole.slice(name.length).replace(value, () => hide(value))
    })
    .replace(argument, (whole: string, values: string) => {
      const last = /(["'])([^"'\n]*)\1$/.exec(values)?.[2] ?? ''
      return last === '' || noSecret.test(last) ? whole : whole.replaceAll(last, () => hide(last))
    })
    .replace(sentence, (whole, before: string, quote: string, value: string) =>
      noSecret.test(value) ? whole : before + quote + hide(value) + quote,
    )
    .replace(flag, hide)
    .replace(shortFlag, hide)
}

interface LineAround {
  readonly before: string
  readonly after: string
}

function lineAround(text: string, at: number, length: number): LineAround {
  const start = text.lastIndexOf('\n', at) + 1
  return {
    before: text.slice(Math.max(start, at - 80), at),
    after: text.slice(at + length, at + length + 80).split('\n', 1)[0] ?? '',
  }
}

/**
 * `bad password: authentication failed` is a sentence, and no setting: a blank after the colon, and an unquoted word. Alone
 * on its line it is one, as YAML has it.
 */
function proseAfter(name: string, bare: string, { before, after }: LineAround): boolean {
  if (!/:\s+$/.test(name) || !/^[a-z]+[.,;:!]?$/i.test(bare)) return false
  return !/^[\s-]*$/.test(before) || /\S/.test(after) || /\s/.test(name.trim())
}
