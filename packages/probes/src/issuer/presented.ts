import { endpointParts, isLoopback, isPrivateAddress } from '@mongowhy/core'
import type { CertificateFacts, Endpoint } from '@mongowhy/core'

import type { ProbeContext } from '../context.ts'
import { seenBefore } from '../seen-before.ts'

/** A chain as an endpoint presented it, and where. */
export interface Presented {
  readonly address: string
  readonly chain: readonly CertificateFacts[]
}

/** The chains that this endpoint presented in this diagnosis; those of experiments too. */
export function presentedBy(ctx: ProbeContext, endpoint: Endpoint): readonly Presented[] {
  return seenBefore(ctx, 'tls.handshake', endpoint)
    .map(({ saw: { address, chain } }) => ({ address, chain }))
    .filter(({ chain }) => chain.length > 0)
}

/** DER of a chain that was kept; empty where one of it was too long to keep. */
export function dersOf(chain: readonly CertificateFacts[]): readonly Buffer[] {
  const ders = chain.map(({ der }) => Buffer.from(der, 'base64'))
  return ders.some(({ length }) => length === 0) ? [] : ders
}

/**
 * Whether a host that only a certificate names may be contacted. By default nobody but the target is, so that a
 * diagnosis stays between two parties: its own host and addresses, this machine where the target is on it, and the
 * control host. `--prove` is the user's word that others may.
 */
export function mayContact(
  ctx: ProbeContext,
  endpoint: Endpoint,
  at: string,
  host: string,
  addresses: readonly string[],
): boolean {
  if (ctx.options.prove === 'asked') return true
  if (host === endpointParts(endpoint).host || host === ctx.options.control?.host) return true
  return addresses.every((address) => address === at || (isLoopback(address) && isLoopback(at)))
}

/** An address inside a network, for a target that is outside of it: a certificate must not lead us there. */
export function leadsInside(at: string, address: string): boolean {
  return isPrivateAddress(address) && !isPrivateAddress(at)
}
