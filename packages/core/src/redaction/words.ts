/** What people and programs call a secret, at the end of a name or as the whole of it. For expressions without regard to case. */
export const secretWords: string =
  'password|passwd|passphrase|pwd|passcode|passwort|kennwort|secret|token|api[_-]?key|access[_-]?key(?:[_-]?id)?|secret[_-]?key|private[_-]?key|credentials?|authorization|cookie|sessionid|(?<![a-z])(?:pass|psw|(?:db|my|pg|root|user)?pw(?![a-z]))'

/** A name that ends in such a word, `DB_PASSWORD` or `spring.data.mongodb.password`. */
export const secretName: string = String.raw`[\w.-]{0,40}?(?:${secretWords})[\w-]{0,20}`

/** What people write where a secret stood, and what programs print instead of one; hiding it hides nothing. */
const noSecret =
  /^(?:<[^<>]{0,40}>|\[?(?:redacted|hidden|removed|filtered|masked|set|unset)\]?|\*+|x{3,}|\.{3,}|null|none|nil|undefined|true|false|yes|no|required|missing|absent|empty|given|wrong|right|correct|incorrect|valid|invalid|ok(?:ay)?|fine|unknown|expired|unchanged|changed|rotated|verified|checked|process\.env\b.*|os\.\w+.*|\$\{?\w.*|\{\{.*|your[\w-]{0,20}|[A-Z]+_[A-Z_]+)$/i

/** Whether what stands in the place of a secret hides one already, or says that there is none. */
export function standsForSecret(value: string): boolean {
  return noSecret.test(value.trim())
}

// They have digits in them and are no passwords: versions, algorithms, encodings.
const technical =
  /^(?:base-?(?:32|64)|utf-?\d+|(?:scram-)?sha-?\d+(?:-\d+)?|x\.?509|md5|oauth2?|tls\S*|v?\d[\d.,:%]*\w{0,2}|0x[\da-f]+|[\w-]+\(\d*\)|https?:\S*)[.,;:!?)]*$/i

/** Whether no sentence has such a word: letters together with digits, or with signs that stand in no word. */
export function isUnlikeWord(text: string): boolean {
  const bare = text.replace(/[.,;:!?)'"]+$/, '')
  if (bare.length < 4 || technical.test(text)) return false
  return /[a-z]/i.test(bare) && (/\d/.test(bare) || /[!@#$%^&*?~+=]/.test(bare))
}
