import { hidden, parseTarget, redactText, Secret } from '@mongowhy/core'

// More strings than this in one paste are lines of a log that repeats them.
const mostStrings = 40
const mostSecrets = 400

const strings = /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s"'`]{1,4096}/gi

const settings =
  /\b[\w.-]{0,40}(?:password|passwd|passphrase|\bpwd|\bpass|secret|token|api[_-]?key|access[_-]?key(?:[_-]?id)?|private[_-]?key|credential|authorization|cookie)[\w-]{0,20}["']?\s{0,3}(?:=>|[:=])\s{0,3}(?:"([^"\n]{1,400})"|'([^'\n]{1,400})'|([^\s"',;)}\]]{1,400}))/gi

/** What is a secret by its own form, whatever stands around it. */
const shapes: readonly RegExp[] = [
  /\beyJ[\w-]{5,4000}\.[\w-]{5,4000}\.[\w-]{0,4000}/g,
  /\b(?:AKIA|ASIA|AROA)[A-Z0-9]{12,20}\b/g,
  /\b(?:gh[pousr]_|github_pat_|sk-|xox[abp]-|glpat-|npm_|mdb_sa_(?:id|sk)_)[\w-]{10,200}/g,
  /-----BEGIN [A-Z ]{2,40}-----[\s\S]{0,16000}?(?:-----END [A-Z ]{2,40}-----|$)/g,
  /\b(?:Bearer|Basic) [A-Za-z0-9+/=_.~-]{8,4000}/g,
  /\b(?=[A-Za-z0-9+/]*\d)(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*[a-z])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/])/g,
]

// What people write where a secret stood, and what programs print instead of one; hiding it hides nothing.
const noSecret =
  /^(?:<[^<>]{0,40}>|\[?(?:redacted|hidden|removed|filtered|masked)\]?|\*+|x{3,}|\.{3,}|null|none|nil|undefined|true|false|\d{1,4}|process\.env\.\w+|os\.\w+.*|\$\{.*\}?|your[\w-]{0,20}|my[_-]?password|password|username|user|pass|pwd)$/i

/** Every secret that a text holds, as far as its form or its place shows it. */
export function secretsIn(text: string): readonly Secret[] {
  const found = new Set<string>()
  for (const value of [...fromStrings(text), ...fromSettings(text), ...byShape(text)]) {
    if (found.size >= mostSecrets) break
    if (value.length >= 2 && !noSecret.test(value)) found.add(value)
  }
  return [...found].map((value) => new Secret(value))
}

function fromStrings(text: string): readonly string[] {
  const all = new Set(
    [...text.matchAll(strings)].map(([string]) => string).filter((string) => string.includes('@')),
  )
  return [...all].slice(0, mostStrings).flatMap((string) => {
    const body = string.slice(string.indexOf('://') + 3)
    return [
      ...parseTarget(`mongodb://${body}`).secrets.map((secret) => secret.reveal()),
      ...body.slice(0, body.lastIndexOf('@')).split(':').slice(1),
    ]
  })
}

function fromSettings(text: string): readonly string[] {
  return [...text.matchAll(settings)].flatMap((match) => {
    const value = match[1] ?? match[2] ?? match[3] ?? ''
    return value.includes('://') ? [] : [value]
  })
}

const byShape = (text: string): readonly string[] =>
  shapes.flatMap((shape) => [...text.matchAll(shape)].map(([found]) => found))

/** Words of the input, fit to be shown: no secret of the input in them, nor what has the form or the place of one. */
export function safeWords(words: string, secrets: readonly Secret[]): string {
  let kept = redactText(words, secrets)
  for (const shape of shapes) kept = kept.replace(shape, hidden)
  kept = kept.replace(settings, (all: string, ...values: readonly (string | undefined)[]) => {
    const value = values.slice(0, 3).find((candidate) => candidate !== undefined) ?? ''
    return value === '' || noSecret.test(value) || value.includes('://')
      ? all
      : all.replace(value, () => hidden)
  })
  // The tail of a password that was taken for a host.
  return kept.replace(/[^\s"'`/<>@]{1,200}@(?=[\w.-]{3,200}\.[a-z]{2,})/gi, `${hidden}@`)
}
