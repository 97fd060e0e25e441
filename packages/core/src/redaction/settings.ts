import { hidden } from '../connection-string/limits.ts'
import type { Found } from './found.ts'
import { isUnlikeWord, secretName, secretWords, standsForSecret } from './words.ts'

// A blank line of YAML and the long columns of Terraform are bridged; the next sentence is not.
const separator = String.raw`\\?["'\x60*]{0,3}[ \t]{0,40}\s{0,3}(?:=>|:=|[:=]|%3[ad])\*{0,2}(?:[ \t]{0,40}|\s{0,3}|\s{0,40}(?=\\?["'\x60]))`

// `b'…'`, `Some("…")`.
const wrapper = String.raw`(?:[bruf]{1,2}(?=["'])|(?:Some|Just)[( ]\s{0,40}(?=["']))?`

// `name=value`, `"name": "value"`, `name => 'value'`, `NAME:value`, a header; the value quoted, or up to a break.
const setting = new RegExp(
  String.raw`((?<![\w])${secretName}${separator}${wrapper})` +
    String.raw`(?:\\?"""([\s\S]{1,4096}?)"""|\\?"((?:[^"\\\n]|\\.){1,4096}?)\\?"|\\?'((?:[^'\\\n]|\\.){1,4096}?)\\?'|\x60([^\x60\n]{1,4096})\x60|([^\s"',;)}\]<>&\x60]{1,4096}))`,
  'gi',
)

const header =
  /\b((?:proxy-)?authorization|(?:set-)?cookie|x-[\w-]{0,40}(?:key|token|secret))\s{0,3}:\s{0,3}([^\r\n"'<]{1,8192})/gi

/** A line that is nothing but a setting, as `.env` and properties have it: commas and blanks belong to the value. */
const line = new RegExp(
  String.raw`^([ \t]{0,40}(?:(?:export|set|env|arg|-|\+)[ \t]{1,4})?${secretName}[ \t]{0,40}=[ \t]{0,4})` +
    String.raw`([^\s"'\x60<][^\r\n]{0,4095}?)(?=[ \t]{1,40}#|[ \t;&]{1,4}[\w-]{1,40}[ \t]?=|[ \t]{0,40}\r?$)`,
  'gim',
)

/** The same in YAML, where the value is one word of any characters. */
const yaml = new RegExp(
  String.raw`^([ \t]{0,40}(?:-[ \t]{1,4})?["']?${secretName}["']?:[ \t]{1,40})([^\s"'\x60|>{[&*!][^\s]{0,4095})(?=[ \t]{0,40}(?:#[^\n]*)?\r?$)`,
  'gim',
)

/** A value of YAML that stands below its name, further in. */
const block = new RegExp(
  String.raw`^([ \t]{0,40})((?:-[ \t]{1,4})?["']?${secretName}["']?:[ \t]{0,4}[|>][+-]?\d?[ \t]{0,4}\r?\n)((?:\1[ \t]{1,40}[^\n]{0,4096}(?:\n|$)){1,64})`,
  'gim',
)

const name = String.raw`(?:name|key|variable|parameter)\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?`
const value = String.raw`(?:value|val|content)\\?["']?\s{0,3}[:=]\s{0,3}`

/** `- name: DB_PASSWORD`, `value: …`, and the same in JSON and XML. */
const pair = new RegExp(
  String.raw`(${name}${secretName}\\?["']?\s{0,3},?\s{0,40}["']?${value})(?:\\?["']([^"'\n\\]{1,4096})|([^\s"',;}<>]{1,4096}))`,
  'gi',
)
const pairTurned = new RegExp(
  String.raw`(\b${value}\\?["'])([^"'\n\\]{1,4096})(?=\\?["']\s{0,3},?\s{0,40}["']?${name}${secretName})`,
  'gi',
)

const element = new RegExp(
  String.raw`(<[\w:.-]{0,40}(?:${secretWords})[\w.-]{0,20}>\s{0,40})([^<\s][^<]{0,4095})(?=<\/)`,
  'gi',
)

/** `AWS_SESSION_TOKEN …`, `config set private_api_key …`: a name of two parts at least, and no word behind it. */
const spaced = new RegExp(
  String.raw`((?<![\w-])(?:[a-z\d]{1,30}[_-]){1,5}(?:${secretWords}|key)[ \t]{1,3})([^\s"'<]{6,4096})`,
  'gi',
)

// A signature in a URL lets anybody in who has the URL.
const query = /([?&](?:sig|signature|x-amz-signature|x-amz-security-token|hmac)=)([^\s"'<>&#]{8,4096})/gi

// What is longer is no name.
const longestName = 512

// Most texts hold no such word: one look at them is enough.
const anyName = new RegExp(`${secretWords}|key|sig|hmac`, 'i')

/** The text without the values of what is called a password, a token, a key. */
export function withoutSettings(text: string, found?: Found): string {
  if (!anyName.test(text)) return text
  const hide = (secret: string): string => {
    found?.(secret)
    return hidden
  }
  const afterName = (whole: string, before: string, ...values: readonly unknown[]): string => {
    const secret = values.find((each) => typeof each === 'string') ?? ''
    if (typeof secret !== 'string' || secret === '' || standsForSecret(secret) || secret.includes('://'))
      return whole
    return before + whole.slice(before.length).replace(secret, () => hide(secret.trim()))
  }
  return text
    .replace(header, (whole, before: string, given: string) =>
      standsForSecret(given) ? whole : `${before}: ${hide(given.trim())}`,
    )
    .replace(block, (whole, indent: string, before: string, given: string) =>
      given.includes('://')
        ? whole
        : `${indent}${before}${indent}  ${hide(given.trim())}${given.endsWith('\n') ? '\n' : ''}`,
    )
    .replace(pair, (whole, before: string, quoted?: string, bare?: string) =>
      afterName(whole, before, quoted, bare),
    )
    .replace(pairTurned, (whole, before: string, given: string) => afterName(whole, before, given))
    .replace(element, (whole, before: string, given: string) => afterName(whole, before, given))
    .replace(line, (whole, before: string, given: string) => afterName(whole, before, given))
    .replace(yaml, (whole, before: string, given: string) =>
      // What ends like a sentence is one, and what is open goes on.
      /^[a-z]+[.;:!]$|[,([{]$/i.test(given) ? whole : afterName(whole, before, given),
    )
    .replace(setting, (whole: string, before: string, ...rest: readonly (string | number | undefined)[]) => {
      const [triple, double, single, tick, bare, at, all] = rest
      const given = [triple, double, single, tick, bare].find((each) => typeof each === 'string')
      if (typeof given !== 'string' || typeof at !== 'number' || typeof all !== 'string') return whole
      if (isUser(all, at, at + whole.length)) return whole
      if (typeof bare === 'string' && proseAfter(before, bare, lineAround(all, at, whole.length)))
        return whole
      return afterName(whole, before, given)
    })
    .replace(spaced, (whole, before: string, given: string) =>
      isUnlikeWord(given) ? afterName(whole, before, given) : whole,
    )
    .replace(query, (whole, before: string, given: string) => afterName(whole, before, given))
}

/** The name in a URL whose password was taken out already: `scheme://name:<password>`, which is kept where names are. */
function isUser(text: string, from: number, to: number): boolean {
  return (
    text.startsWith(':<password>', to - 1) &&
    /:\/\/[^\s"'`@/]*$/.test(text.slice(Math.max(0, from - longestName), from))
  )
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
function proseAfter(before: string, bare: string, around: LineAround): boolean {
  if (!/:\s+$/.test(before) || !/^(?:[a-z]+|\d{1,3})[.,;:!]?$/i.test(bare)) return false
  return !/^[\s-]*$/.test(around.before) || /\S/.test(around.after) || /\s/.test(before.trim())
}
