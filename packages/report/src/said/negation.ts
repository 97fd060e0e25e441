import type { Claim } from './claims.ts'

const not = String.raw`\b(?:not|no|never|nothing|neither|nor|isn['’]?t|wasn['’]?t|aren['’]?t|doesn['’]?t|hasn['’]?t|no longer)\b`

/** `It is not a certificate problem`, `no issue with the password`, `not on the server side`. */
const faultDenied = new RegExp(
  String.raw`${not}\s+(?:\S+\s+){0,4}?(?:problems?|issues?|faults?|causes?|caused|wrong|invalid|incorrect|expired|broken|misconfigured|server.?side|blame|down)\b`,
  'i',
)

/** `The password is not correct`, `the chain does not verify`. */
const fineDenied = new RegExp(
  String.raw`${not}\s+(?:\S+\s+){0,2}?(?:correct|right|valid|fine|ok|verif(?:y|ied)|trusted|running|up|online|work|resolve)\b`,
  'i',
)

/** What is claimed where the opposite is denied; null: nothing that evidence could speak of. */
const opposite: Readonly<Partial<Record<Claim, Claim | null>>> = {
  'certificate-at-fault': 'certificate-fine',
  'certificate-expired': 'certificate-in-time',
  'certificate-untrusted': 'certificate-fine',
  'certificate-name': null,
  'chain-incomplete': null,
  'tls-inspected': null,
  'credentials-at-fault': 'credentials-fine',
  'dns-at-fault': 'dns-works',
  'network-at-fault': null,
  'server-at-fault': null,
  'server-down': 'server-up',
}

const opposed: Readonly<Partial<Record<Claim, Claim | null>>> = {
  'certificate-fine': 'certificate-at-fault',
  'certificate-in-time': 'certificate-expired',
  'credentials-fine': 'credentials-at-fault',
  'dns-works': 'dns-at-fault',
  'server-up': 'server-down',
}

/** The claims of a clause as its negations leave them. */
export function asDenied(claims: readonly Claim[], clause: string): readonly Claim[] {
  const turned = claims.flatMap((claim): readonly Claim[] => {
    if (faultDenied.test(clause) && claim in opposite) return [opposite[claim] ?? []].flat()
    if (fineDenied.test(clause) && claim in opposed) return [opposed[claim] ?? []].flat()
    return [claim]
  })
  return [...new Set(turned)]
}

/** A sentence in pieces, each of which claims for itself: what one says is right says nothing of what the next blames. */
export function clausesOf(text: string): readonly string[] {
  return text
    .split(/[,;.!?](?:\s|$)|\b(?:but|so|however|although|whereas|therefore|hence)\b|\brather than\b[^,;.]*/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
