import { hidden } from '../connection-string/limits.ts'
import type { Found } from './found.ts'
import { secretWords, standsForSecret } from './words.ts'

const quotedOrWord = String.raw`("[^"\n]{1,512}"|'[^'\n]{1,512}'|[^\s"']{1,512})`

/** `--password …`, `--tlsCertificateKeyFilePassword=…`, `["--token", "…"]`. */
const flag = new RegExp(
  String.raw`((?:^|[\s"'([,])--?[\w-]{0,40}(?:${secretWords})[\w-]{0,20}(?:[= ]{1,2}|["'],\s{0,3}))(?!-)${quotedOrWord}`,
  'gim',
)

const shortFlag =
  /((?:\bmongo(?:sh|dump|restore|import|export|stat|top|files)?|\bmysql|\bpsql|\bcurl|\bsshpass)\b[^\n]{0,512}? -p ?|\bldap(?:search|whoami|modify|passwd)\b[^\n]{0,512}? -[wW] ?)(?![-\s])("[^"\n]{1,512}"|'[^'\n]{1,512}'|[^\s"']{1,512})/g

/** `curl -u user:password`; two numbers are a user and a group. */
const userFlag =
  /(\s(?:-u|--user|-U|--proxy-user)[= ]{0,2}["']?)([^\s:"'/]{1,128}:)(?!\d+(?:\s|$))([^\s"']{1,512})/g

/** Where code gives a password as an argument: `db.auth('ada', '…')`, `createCredential("ada", "db", "…".toCharArray())`. */
const argument =
  /\b(?:auth|createCredential|CreateCredential|createScramSha\w{1,20}|CreateMongoCRCredential|PasswordEvidence|SetAuth|(?:\w{0,20}_)?(?:set|with|change|update|new)?\w{0,20}(?:[pP]assword|[pP]assphrase|Pwd))\(((?:[^()"'\n]{0,80}(?:"[^"\n]{0,256}"|'[^'\n]{0,256}')){1,3})[^()"'\n]{0,20}(?:\)|\.toCharArray)/g

/** Where code puts a connection string together: `'mongodb://' + user + ':…@' + host`. */
const joined = /(["'`]:)([^\s"'`@:]{1,256})(?=@["'`])/g
const joinedApart =
  /(mongodb(?:\+srv)?:\/\/[^\s"'`@]{0,128}:["'`]\s{0,3}[+.]?\s{0,3}["'`])([^\s"'`@]{1,256})(?=["'`]\s{0,3}[+.]?\s{0,3}["'`]@)/g

// A command that is spoken about: `--password is ignored`.
const spoken = /^(?:is|was|and|or|to|in|with|for|has|had|option|flag|does|did|not|of|on|from|by)$/i

/** The text without the secrets in commands and in code. */
export function withoutArguments(text: string, found?: Found): string {
  if (!/\s-|--|\(|["'`]:|:["'`]/.test(text)) return text
  const hide = (whole: string, before: string, given: string): string => {
    const secret = given.replace(/^(["'])(.*)\1$/, '$2')
    if (standsForSecret(secret) || spoken.test(secret) || secret.includes('://')) return whole
    found?.(secret)
    return before + hidden
  }
  return text
    .replace(flag, hide)
    .replace(shortFlag, hide)
    .replace(userFlag, (whole, before: string, user: string, secret: string) =>
      hide(whole, before + user, secret),
    )
    .replace(joined, hide)
    .replace(joinedApart, hide)
    .replace(argument, (whole: string, values: string) => {
      const last = /(["'])([^"'\n]*)\1$/.exec(values)?.[2] ?? ''
      if (last === '' || standsForSecret(last)) return whole
      found?.(last)
      return whole.replaceAll(last, () => hidden)
    })
}
