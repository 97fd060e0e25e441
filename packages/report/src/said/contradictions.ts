import { says } from '@mongowhy/core'
import type { Phrase } from '@mongowhy/core'

import { claimsIn } from './claims.ts'
import type { Claim } from './claims.ts'
import type { Said } from './said.ts'

interface Clash {
  readonly one: Claim
  readonly other: Claim
  readonly why: string
}

const clashes: readonly Clash[] = [
  {
    one: 'relaxed-works',
    other: 'server-at-fault',
    why: 'if switching off this client’s checks had cured it, the fault would lie in what the client checks (trust, name, dates), not in a server that refuses',
  },
  {
    one: 'relaxed-works',
    other: 'client-fine',
    why: 'a setting of the client cannot cure what has nothing to do with the client',
  },
  {
    one: 'certificate-at-fault',
    other: 'certificate-fine',
    why: 'certificates are both blamed and ruled out',
  },
  {
    one: 'credentials-at-fault',
    other: 'credentials-fine',
    why: 'the credentials are both blamed and ruled out',
  },
  { one: 'dns-at-fault', other: 'dns-works', why: 'name resolution is both blamed and ruled out' },
  { one: 'network-at-fault', other: 'tcp-works', why: 'the network is both blamed and found to work' },
]

/** What was said that cannot both be so, whatever the evidence. */
export function contradictionsIn(said: Said): readonly Phrase[] {
  const claimed = new Map<Claim, string[]>()
  const told = said.tried.map(({ what, outcome, place }) => ({ text: `${what} ${outcome}`, place }))
  for (const { text, place } of [...said.concluded, ...told]) {
    for (const claim of claimsIn(text)) claimed.set(claim, [...(claimed.get(claim) ?? []), place])
  }
  return clashes.flatMap(({ one, other, why }) => {
    const [first, ...more] = claimed.get(one) ?? []
    const places = claimed.get(other) ?? []
    const second = places.find((place) => place !== first) ?? places[0]
    if (first === undefined || second === undefined) return []
    // Two sentences are easier to hold against each other than one that says both.
    const against = first === second ? (more.find((place) => place !== second) ?? first) : first
    return [
      against === second ? says`${second} says both: ${why}.` : says`${against} against ${second}: ${why}.`,
    ]
  })
}
