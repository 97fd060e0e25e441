import { hidden } from '../connection-string/limits.ts'
import type { Found } from './found.ts'

/** What is a secret by its own form, whatever stands around it. Bounded, without nested repetition. */
const forms: readonly RegExp[] = [
  // A private key over many lines, its lines escaped or not, cut off or not.
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,65536}?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  // The end of one whose beginning was cut off; in quotes of mails and in JSON too.
  /(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/=]{16,100}(?:\r?\n[ \t>|]{0,40}|\\n)){1,128}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g,
  // PuTTY's own form.
  /(?<=\bPrivate-Lines: \d{1,3}\r?\n)(?:[A-Za-z0-9+/=]{1,100}\r?\n?){1,128}/g,
  // JSON web tokens: three parts, the first of which begins with `{"`.
  /\beyJ[\w-]{5,4096}(?:\r?\n[\w-]{4,4096})?\.\s{0,2}[\w-]{5,8192}(?:\r?\n[\w-]{4,8192}){0,8}\.\s{0,2}[\w-]{0,4096}/g,
  // Amazon: access key ids, and what has the form of a secret key.
  /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,20}\b/g,
  // Session tokens: AWS begins them so.
  /\b(?:IQoJb3JpZ2lu|AgoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[A-Za-z0-9+/=%]{20,8192}/g,
  /(?<![A-Za-z0-9+/])(?=[A-Za-z0-9+/]{0,39}\d)(?=[A-Za-z0-9+/]{0,39}[A-Z])(?=[A-Za-z0-9+/]{0,39}[a-z])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g,
  // MongoDB Atlas service accounts, GitHub, GitLab, npm, PyPI, Slack, Google, Stripe, OpenAI and their like.
  /\b(?:mdb_sa_(?:id|sk)_|gh[pousr]_|github_pat_|glpat-|npm_|pypi-|xox[abeoprs]-|sk-(?:ant-|proj-)?|[rs]k_(?:live|test)_|whsec_|SG\.|hf_|dop_v1_|shpat_|vault:v\d:|hvs\.)[\w.-]{10,512}/g,
  /\bAIza[\w-]{35}\b/g,
  // Whoever has the address may post.
  /(?<=hooks\.slack\.com\/services\/)[\w/]{10,128}|(?<=discord(?:app)?\.com\/api\/webhooks\/)[\w/-]{10,128}/g,
  // What authenticates a request: a scheme and what it carries.
  /(?<=\b(?:Basic|Bearer|Negotiate|Digest|AWS4-HMAC-SHA256|Token) )(?=[\w.~+/=-]{0,64}(?:\d|=))[\w.~+/=-]{8,8192}/g,
  // The proof of a SCRAM login can be tried out without the server.
  /\b[pv]=[A-Za-z0-9+/]{27,88}={0,2}(?![A-Za-z0-9+/=])/g,
]

/** The text without keys and tokens that can be told by their form. */
export function withoutTokens(text: string, found?: Found): string {
  let kept = text
  for (const form of forms)
    kept = kept.replace(form, (token: string) => {
      found?.(token)
      return hidden
    })
  return kept
}

/** An e-mail address names a person, often the very user that logs in. */
export function withoutAddressees(text: string): string {
  return text.replace(/(?<![\w.%+-])[\w.%+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}\b/gi, '<e-mail>')
}
