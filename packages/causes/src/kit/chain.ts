import { absent, cite, endpointParts, firstSeen, says, seenBy } from '@mongowhy/core'
import type {
  CertificateFacts,
  ChainDefect,
  Citation,
  Endpoint,
  Evidence,
  HelloSighting,
  Inference,
  Verification,
} from '@mongowhy/core'

import { effective } from './deployment.ts'
import { overHandshakes } from './tls.ts'
import type { HandshakeLook } from './tls.ts'

/** A chain as one handshake showed it, judged against the store that the driver uses. */
export interface JudgedChain {
  readonly look: HandshakeLook
  readonly host: string
  readonly chain: readonly CertificateFacts[]
  readonly verification: Verification
}

/**
 * Judges the chain of every handshake that showed one. The rule returns null where the chain has no such defect.
 */
export function overChains<Facts>(
  evidence: Evidence,
  at: Endpoint | null,
  rule: (judged: JudgedChain) => Inference<Facts> | null,
): Inference<Facts> {
  return overHandshakes<Facts>(evidence, at, (look) => {
    const { chain } = look.saw
    const verification = believed(evidence, look)
    if (verification === undefined || look.saw.chainLength === 0) return { is: 'unknown', missing: [] }
    const host = endpointParts(look.ask.endpoint ?? '').host
    const judged = rule({ look, host, chain, verification })
    // What the driver trusts is not known where its file could not be read: of trust this chain then says nothing.
    if (judged === null && trustUnknown(evidence)) return { is: 'unknown', missing: [] }
    return judged ?? absent(cite(look, says`${host} showed a certificate that has no such defect`))
  })
}

/** The driver is given a CA file that we could not read, so that the chain was judged against another store than its own. */
function trustUnknown(evidence: Evidence): boolean {
  return seenBy(evidence, 'env.file').some(
    ({ saw: { option, outcome } }) =>
      option === 'tlsCAFile' &&
      (outcome.is === 'missing' || outcome.is === 'unreadable' || outcome.is === 'not-a-file'),
  )
}

// What the runtime passes over and others do not.
const lenient: ReadonlySet<ChainDefect['is']> = new Set(['no-alt-names', 'weak-key'])

/**
 * Our verdict, as far as the runtime's own does not contradict it: where it accepted the chain, a defect that it would
 * have refused is one of our reading.
 */
function believed(evidence: Evidence, look: HandshakeLook): Verification | undefined {
  const found = storeVerdict(look, 'driver')
  const verification =
    found !== undefined && trustUnknown(evidence)
      ? { ...found, defects: found.defects.filter((defect) => !isOfTrust(defect)) }
      : found
  if (verification === undefined || !acceptedByRuntime(look)) return verification
  const anyName = effective(evidence)?.tlsAllowInvalidHostnames === true
  return {
    ...verification,
    defects: verification.defects.filter(({ is }) => lenient.has(is) || (anyName && is === 'name-mismatch')),
  }
}

/** Whether the runtime, under the driver's options, took the peer for who it says it is. */
export function acceptedByRuntime({ saw }: HandshakeLook): boolean {
  return saw.outcome.is === 'secure' && saw.runtimeVerdict === null
}

/** The verdict under one store. */
export function storeVerdict(look: HandshakeLook, store: Verification['store']): Verification | undefined {
  return look.saw.verifications.find((verification) => verification.store === store)
}

export type DefectOf<Is extends ChainDefect['is']> = Extract<ChainDefect, { readonly is: Is }>

/** The defects of one kind. */
export function defectsOf<Is extends ChainDefect['is']>(
  { defects }: Verification,
  is: Is,
): readonly DefectOf<Is>[] {
  return defects.filter((defect): defect is DefectOf<Is> => defect.is === is)
}

/**
 * Whether a defect keeps the driver out. It does not where the options accept any certificate, nor where the runtime let
 * the connection through for all that we found.
 */
export function bearingOf(evidence: Evidence, look: HandshakeLook): 'fault' | 'advisory' {
  if (effective(evidence)?.tlsAllowInvalidCertificates === true) return 'advisory'
  return acceptedByRuntime(look) ? 'advisory' : 'fault'
}

/** Defects of trust: what a chain has that leads to no certificate of the store. */
export function trustDefects(verification: Verification): readonly ChainDefect[] {
  return verification.defects.filter(isOfTrust)
}

function isOfTrust(defect: ChainDefect): boolean {
  return (
    defect.is === 'unknown-issuer' ||
    defect.is === 'untrusted-root' ||
    defect.is === 'self-signed' ||
    isNamesake(defect)
  )
}

/** The client trusts an authority of the issuer's name, and another key of that name signed: one of two generations. */
export function isNamesake(defect: ChainDefect): defect is DefectOf<'bad-signature'> {
  return defect.is === 'bad-signature' && defect.issuerFrom === 'store'
}

/** Organisations of public certificate authorities, as they stand in the issuer's O (or CN) field. */
const publicAuthorities =
  /\b(?:Let's Encrypt|Internet Security Research Group|ISRG|Google Trust Services|DigiCert|Sectigo|COMODO|USERTRUST|GlobalSign|Amazon|Entrust|GoDaddy|Starfield|IdenTrust|ZeroSSL|Buypass|SSL Corporation|SSL\.com|Unizeto|Asseco|Certum|Actalis|SwissSign|Microsoft Corporation|GeoTrust|thawte|RapidSSL|QuoVadis|HARICA|Hellenic Academic|TrustAsia|D-TRUST|T-Systems|Telekom Security)\b/i

/** Whether a distinguished name is that of a well-known public authority. */
export function isPublicAuthority(name: string): boolean {
  return publicAuthorities.test(name)
}

/** Where a certificate says that its issuer's certificate can be fetched, when anyone could: not LDAP, not an inner name. */
export function publicIssuerUrls(certificate: CertificateFacts | undefined): readonly string[] {
  return (certificate?.caIssuers ?? []).filter((url) => {
    const host = /^https?:\/\/([^/:?#[\]]+)/i.exec(url)?.[1]?.toLowerCase()
    if (host === undefined || !/[a-z]$/.test(host) || !host.includes('.')) return false
    return !/\.(?:local|internal|intranet|lan|corp|home|private|localdomain|svc)$/.test(host)
  })
}

/** Some sign that the clock and not the certificate is wrong. */
export interface ClockDoubt {
  readonly now: string
  readonly serverTime: string | null
  readonly because: Citation
}

/**
 * Whether another clock contradicts ours about a date: the server's own (`hello`'s local time) stands on the other side
 * of it, or ours is implausible by itself. Null where nothing speaks against our clock.
 */
export function clockDoubt(evidence: Evidence, look: HandshakeLook, date: string): ClockDoubt | null {
  const turn = Date.parse(date)
  const began = Date.parse(evidence.takenAt)
  const now = new Date(began + look.startedAt)
  const hello = seenBy(evidence, 'wire.hello', look.ask.endpoint).find(
    ({ saw }) => serverTimeOf(saw) !== null,
  )
  const serverTime = hello === undefined ? null : serverTimeOf(hello.saw)
  if (hello !== undefined && serverTime !== null && turn > now.getTime() !== turn > Date.parse(serverTime)) {
    return {
      now: now.toISOString(),
      serverTime,
      because: cite(hello, says`the server's clock says ${serverTime}, this machine's ${now.toISOString()}`),
    }
  }
  const host = firstSeen(evidence, 'env.host')
  if (host === undefined || host.saw.clock.plausible) return null
  return {
    now: host.saw.clock.now,
    serverTime: null,
    because: cite(host, says`this machine's clock says ${host.saw.clock.now}, which cannot be right`),
  }
}

function serverTimeOf({ outcome }: HelloSighting): string | null {
  const time = outcome.is === 'reply' ? outcome.hello.localTime : null
  return time !== null && Number.isFinite(Date.parse(time)) ? time : null
}

/**
 * Whether an unknown issuer is more likely an intermediate that the server forgot to send than an authority of someone's
 * own: the world knows the issuer, or the leaf says where anyone can fetch it. With a CA file given, any address to fetch
 * the leaf's issuer from is sign enough, since an authority that publishes one rarely signs servers with its root; and so
 * is an issuer that calls itself an intermediate: roots are what people put into such files.
 */
export function lacksIntermediate(
  { chain }: Pick<JudgedChain, 'chain'>,
  defect: ChainDefect,
  caFileGiven: boolean,
): boolean {
  // Above an intermediate that was sent, the root that the client lacks is more likely than one more intermediate.
  if (defect.is !== 'unknown-issuer' || defect.depth !== 0) return false
  if (isPublicAuthority(defect.issuer) || publicIssuerUrls(chain[0]).length > 0) return true
  return caFileGiven && (defect.hasCaIssuersUrl || calledIntermediate.test(defect.issuer))
}

/** What the names of intermediates have in common, as far as they have anything. */
const calledIntermediate = /\b(?:intermediate|issuing|subordinate|sub[- ]?ca)\b/i

/** Whether the connection string (or `--ca-file`) gives the driver a store of its own. */
export function hasCaFile(evidence: Evidence): boolean {
  return (effective(evidence)?.tlsCAFile ?? null) !== null
}
