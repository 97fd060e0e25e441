import type { TLSSocket } from 'node:tls'

import type { Verification } from '@mongowhy/core'

import { bundledStore, driverStore, systemStore, verifyChain } from '../x509/index.ts'

export interface TrustSettings {
  /** What `tlsCAFile` or `--ca-file` names: then it is the whole store. */
  readonly caFile: { readonly pem: Buffer; readonly path: string } | null
  /** The list of revoked certificates that `tlsCRLFile` names (PEM). */
  readonly revoked?: Buffer | null
  readonly allowInvalidCertificates: boolean
  readonly allowInvalidHostnames: boolean
}

export interface Trust {
  readonly trusted: boolean
  readonly verifications: readonly Verification[]
  /** Node's own verdict under the driver's options; null when it authorised. */
  readonly runtimeVerdict: string | null
}

/** Judges the chain against the driver's store, and against those that other programs use. */
export function trustOf(
  chain: readonly Buffer[],
  runtimeVerdict: string | null,
  host: string,
  settings: TrustSettings,
): Trust {
  if (chain.length === 0) return { trusted: false, verifications: [], runtimeVerdict }
  const expect = { host, now: new Date() }
  const own = verifyChain(chain, driverStore(settings.caFile?.pem ?? null), expect)
  const named = own.defects.some(({ is }) => is === 'name-mismatch')
  const accepted = own.trusted || (settings.allowInvalidHostnames && named && onlyTheName(own))
  const trusted = accepted && runtimeVerdict === null && !settings.allowInvalidCertificates
  // A chain that the user's own file verifies is a private one, of which the lists of public authorities know nothing.
  if (own.trusted && settings.caFile !== null) return { trusted, verifications: [own], runtimeVerdict }
  const system = verifyChain(chain, systemStore(), expect)
  // What the driver trusts and the system does not, it has from its own list or from an addition to it.
  const verdicts =
    own.trusted && system.trusted ? [system] : [verifyChain(chain, bundledStore(), expect), system]
  return { trusted, verifications: [own, ...verdicts], runtimeVerdict }
}

// Kinds that are worth telling and that no client refuses a peer for.
const harmless: readonly string[] = ['name-mismatch', 'no-alt-names', 'weak-key']

function onlyTheName(own: Verification): boolean {
  return own.defects.every(({ is }) => harmless.includes(is))
}

/** The runtime's verdict: an error code, or null when it authorised the peer. */
export function runtimeVerdictOf(secure: TLSSocket): string | null {
  if (secure.authorized) return null
  const error: unknown = secure.authorizationError
  if (typeof error === 'string') return error
  return error instanceof Error ? error.message.slice(0, 200) : 'not authorised'
}
