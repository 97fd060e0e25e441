import { says } from '@mongowhy/core'
import type { Phrase } from '@mongowhy/core'

import { claimsIn } from './claims.ts'
import type { Claim } from './claims.ts'
import type { Observed } from './observed.ts'
import { repeatedTries } from './repeated-tries.ts'
import type { Said } from './said.ts'

interface Clash {
  readonly one: Claim
  readonly other: Claim
  readonly why: string
  /** Both may be so unless the server refuses before anything can be checked. */
  readonly onlyRefused?: true
  /** What the first sentence must say, where its claim alone is compatible with the other. */
  readonly onlyIf?: RegExp
}

const clashes: readonly Clash[] = [
  {
    one: 'relaxed-works',
    other: 'server-at-fault',
    why: 'if switching off this client’s checks had cured it, the fault would lie in what the client checks (trust, name, dates), not in a server that refuses',
    onlyRefused: true,
  },
  {
    one: 'relaxed-works',
    other: 'client-fine',
    why: 'a setting of the client cannot cure what has nothing to do with the client',
    onlyRefused: true,
  },
  {
    one: 'certificate-at-fault',
    other: 'certificate-fine',
    why: 'certificates are both blamed and ruled out',
  },
  {
    one: 'certificate-untrusted',
    other: 'certificate-fine',
    why: 'certificates are both blamed and ruled out',
  },
  { one: 'certificate-name', other: 'certificate-fine', why: 'certificates are both blamed and ruled out' },
  {
    one: 'chain-incomplete',
    other: 'certificate-fine',
    why: 'certificates are both blamed and ruled out',
  },
  {
    one: 'certificate-expired',
    other: 'certificate-fine',
    why: 'certificates are both blamed and ruled out',
  },
  {
    one: 'certificate-expired',
    other: 'certificate-in-time',
    why: 'the certificate is said to have expired and to be valid',
  },
  {
    one: 'credentials-at-fault',
    other: 'credentials-fine',
    why: 'the credentials are both blamed and ruled out',
  },
  { one: 'dns-at-fault', other: 'dns-works', why: 'name resolution is both blamed and ruled out' },
  { one: 'server-down', other: 'server-up', why: 'the server is said to be down and to run' },
  {
    one: 'network-at-fault',
    other: 'tcp-works',
    why: 'the network is both blamed and found to work',
    // What looks into TLS lets TCP through.
    onlyIf:
      /^(?![\s\S]*\b(?:tls|ssl|inspect\w*|intercept\w*|interfer\w*)\b)[\s\S]*\b(?:block|clos|drop|down|unreachable)/i,
  },
  { one: 'never-worked', other: 'works', why: 'it is said never to have worked, and to work' },
]

const supposed =
  /\b(?:could be|may be|maybe|perhaps|might|possibly|probably|suspect\w*|assum\w+|guess\w*|wonder\w*|if|whether)\b|\?\s*$/i

interface Told {
  readonly text: string
  readonly place: string
}

/** What was said that cannot both be so. */
export function contradictionsIn(said: Said, observed: Observed): readonly Phrase[] {
  const tried = said.tried.map(({ what, outcome, place }) => ({ text: `${what}. ${outcome}`, place }))
  const claimed = new Map<Claim, Told[]>()
  // Who only supposes contradicts nobody.
  for (const told of [...said.concluded, ...tried].filter(({ text }) => !supposed.test(text)))
    for (const claim of claimsIn(told.text)) claimed.set(claim, [...(claimed.get(claim) ?? []), told])
  const refused = observed.refusedEarly.length > 0 || (observed.failing === null && speaksOfAlert(said))
  const found = clashes
    .filter(({ onlyRefused }) => onlyRefused !== true || refused)
    .flatMap((clash) => between(clash, claimed))
  return [...found, ...repeatedTries(said)]
}

function between(
  { one, other, why, onlyIf }: Clash,
  claimed: ReadonlyMap<Claim, readonly Told[]>,
): readonly Phrase[] {
  const [first, ...more] = (claimed.get(one) ?? []).filter(({ text }) => onlyIf?.test(text) ?? true)
  const others = claimed.get(other) ?? []
  const second = others.find(({ place }) => place !== first?.place) ?? others[0]
  if (first === undefined || second === undefined) return []
  // Two sentences are easier to hold against each other than one that says both.
  const against =
    first.place === second.place ? (more.find(({ place }) => place !== second.place) ?? first) : first
  return [
    against.place === second.place
      ? says`${second.place} says both: ${why}.`
      : says`${against.place} against ${second.place}: ${why}.`,
  ]
}

function speaksOfAlert({ error, tried }: Said): boolean {
  return /alert/i.test([error ?? '', ...tried.map(({ outcome }) => outcome)].join(' '))
}
