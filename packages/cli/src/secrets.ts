import {
  holdsSecret,
  openTexts,
  outsideTexts,
  parseTarget,
  redactText,
  sealedEvidence,
  sealedReport,
  Secret,
  unlikeWords,
  userNamesIn,
  withoutUsers,
} from '@mongowhy/core'
import type { Evidence, Report, UserNames } from '@mongowhy/core'

import { LeakError } from './exit-status.ts'

const known: Secret[] = []

// Longer than any connection string; what is longer is something else.
const longestKept = 65_536

/** Remembers what must not stand in anything that is written. */
export function keepSecret(secret: Secret | null): void {
  if (secret !== null) known.push(secret)
}

/** Remembers the secrets among options that stand in code. */
export function keepOptionSecrets(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === 'string' && /pass|secret|token/i.test(name)) known.push(new Secret(value))
    else if (name === 'auth' && typeof value === 'object' && value !== null) keepOptionSecrets({ ...value })
  }
}

/** Remembers what stands in the environment in the form of a URL with a user in it: a file may quote what is set here. */
export function keepEnvironmentSecrets(): void {
  for (const value of Object.values(process.env)) {
    if (value !== undefined && value.length < longestKept && /^[a-z][\w+.-]*:\/\/[^\s@]*@/i.test(value))
      known.push(new Secret(value))
  }
}

/** What must not stand in the texts of files and people: everything that is known, in parts; of `target` too, if it is not. */
export function secretsOfRun(target: Secret | null = null): readonly Secret[] {
  return [...known, ...(target === null ? [] : [target])].flatMap((secret) => tellingParts(secret))
}

/** A text on its way out, once it is sure that no secret of this run stands in it. Throws a LeakError. */
export function outgoing(text: string): string {
  if (holdsSecret(text, secretsOfRun(), [])) throw new LeakError()
  return text
}

/**
 * Reports on their way out, the words of others once more without the secrets. Where a secret seems to stand in what is
 * rendered all the same, it is rendered without it in any value; what is left then are our own words, and names that anybody
 * may read. Throws a LeakError where a secret that can be no word was met in a place that is neither.
 */
export function outgoingReports(
  evidence: readonly Evidence[],
  render: (seal: (report: Report) => Report) => string,
  secrets: readonly Secret[] = secretsOfRun(),
): string {
  if (secrets.length === 0) return render((report) => report)
  const open = evidence.flatMap((each) => openTexts(each))
  const text = render((report) => ({ ...report, evidence: sealedEvidence(report.evidence, secrets) }))
  if (!holdsSecret(text, secrets, open)) return text
  return render((report) => {
    const sealed = sealedReport(report, secrets, open)
    if (holdsSecret(outsideTexts(sealed).join('\n'), unlikeWords(secrets), open)) throw new LeakError()
    return sealed
  })
}

/** The report without the name of the user that its connection string has, unless user names are kept. */
export function hidingUsers(report: Report, users: UserNames, uri: string): Report {
  const names = users === 'kept' ? [] : userNamesIn(uri)
  return names.length === 0 ? report : withoutUsers(report, names, openTexts(report.evidence))
}

// A connection string as a whole may hold no secret at all, and a user name may be any word.
function tellingParts(secret: Secret): readonly Secret[] {
  const { uri, password, certificateKeyPassword, proxyPassword, secrets } = parseTarget(secret.reveal())
  const parts = [password, certificateKeyPassword, proxyPassword, secret.passwordOfUrl(), ...secrets]
  // In capitals it is read like any other; what has no scheme that is known may be a password alone.
  const strange = uri.faults.some((fault) => fault.kind === 'scheme' && fault.problem !== 'case')
  if (strange && parts.every((part) => part === null)) return [secret]
  return parts.filter((part) => part !== null)
}

/** A message of our own crash, without what was remembered, whole or in parts, and without the user part of any URL. */
export function scrubbed(message: string): string {
  const parts = known.flatMap((secret) => [secret, ...partsOf(secret)])
  return redactText(message.slice(0, 10_000), parts)
}

function partsOf(secret: Secret): readonly Secret[] {
  const { username, password, certificateKeyPassword, proxyUsername, proxyPassword } = parseTarget(
    secret.reveal(),
  )
  return [username, password, certificateKeyPassword, proxyUsername, proxyPassword].filter(
    (part) => part !== null,
  )
}
