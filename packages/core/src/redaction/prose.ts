import { hidden } from '../connection-string/limits.ts'
import type { Found } from './found.ts'
import { isUnlikeWord, standsForSecret } from './words.ts'

const called = String.raw`password|passwd|passphrase|pwd|passcode|passwort|kennwort|contrase(?:ñ|n\u0303|n)a|senha|mot de passe|wachtwoord|hasło|парол[ьяеию]|密码|密碼|パスワード|비밀번호`

/** A password in a sentence, in quotes: `field password with value 'x'`. A token in quotes is mostly a parser's. */
const quoted = new RegExp(
  String.raw`((?:${called})(?:\s{1,3}(?:with|of|the|value|is|was|set|to|as|ist|war|est|es)){0,4}\s{1,3})(["'\x60“‘«„])((?:(?!["'\x60”’»“])[^\n]|(?!\2)["'\x60][^\n]){1,512}?)(["'\x60”’»“])`,
  'gi',
)

/** `the password is x`, `password - x`, `contraseña: x`; what follows decides whether it is one. */
const told = new RegExp(
  String.raw`((?:${called})(?:\s{1,3}(?:is|was|being|ist|war|est|es|to|used|now)){0,2}[ \t]{0,3}(?:[ \t]|[:：][ \t]{0,3}|[-–—][ \t]{1,3}))([^\s"'\x60<>|]{2,512})`,
  'gi',
)

/** A row of a table. */
const cell = new RegExp(
  String.raw`(\|[^|\n]{0,40}(?:${called}|secret|token|api.?key)[^|\n]{0,20}\|[ \t]{0,40})([^|\n]{1,512}?)(?=[ \t]{0,40}\|(?![^\n]{0,256}\n[ \t]{0,8}\|?[ \t:]{0,4}-{2}))`,
  'gi',
)

// What a sentence says of a password. Everything else that `is` introduces may be one.
const predicate =
  /^(?:correct|wrong|right|good|bad|fine|ok|okay|valid|invalid|known|unknown|new|old|stale|current|default|secret|safe|strong|weak|short|long|too|so|very|quite|likely|not|never|always|still|also|now|then|the|an?|in|on|at|of|for|from|by|to|as|same|different|identical|unset|set|kept|sent|used|read|lost|being|what|that|this|it|our|their|his|her|my|your|plain|simple|special|blank|absent|present|empty|required|there|here|gone|up|out|sure|perhaps|maybe|one|only|just|all|both|neither|is|was|and|or|but|with|without|when|if|because|hash(?:es)?|auth\w*|login|reset|manager|field|file|variable|prompt|policy|change|rotation|store|vault|problem|issue|error|mismatch|works?|fails?|failed|nor|no|yes|has|had|does|did|must|should|can|cannot|could|will|would|may|might|contains?|needs?|looks?|seems?|wasn\S*|isn\S*|doesn\S*|didn\S*|falsch|richtig|korrekt|correcta?|incorrecta?|non|nicht|\d{1,3}%?|[\w-]+(?:ed|ing|ly|able|ible|ct|ive|en))[.,;:!?)]*$/i

const anyName = new RegExp(`${called}|\\|`, 'i')

/** The text without passwords that people tell one another. */
export function withoutTold(text: string, found?: Found): string {
  if (!anyName.test(text)) return text
  const hide = (secret: string): string => {
    found?.(secret)
    return hidden
  }
  return text
    .replace(quoted, (whole, before: string, open: string, secret: string, close: string) =>
      standsForSecret(secret) ? whole : before + open + hide(secret) + close,
    )
    .replace(told, (whole, before: string, given: string) => {
      const secret = given.replace(/[.,;!?)\]}]+$/, '')
      if (secret.includes('://') || standsForSecret(secret)) return whole
      const introduced = /(?:\b(?:is|was|ist|war|est|es)|[：:])[ \t]*$/i.test(before)
      const isWord = /^\p{L}+:?$/u.test(secret)
      const byVerb = /(?:is|was|ist|war|est|es)[ \t]*$/i.test(before)
      const telling = introduced && (byVerb || !isWord) && !predicate.test(given)
      return isUnlikeWord(given) || telling ? before + hide(secret) + given.slice(secret.length) : whole
    })
    .replace(cell, (whole, before: string, secret: string) =>
      standsForSecret(secret) ||
      predicate.test(secret) ||
      /^[-: ]+$/.test(secret) ||
      /^(?:user|value|name)\w*$/i.test(secret)
        ? whole
        : before + hide(secret),
    )
}
