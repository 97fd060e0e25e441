import { endpointOf, endpointParts } from '@mongowhy/core'
import type { Endpoint, Evidence } from '@mongowhy/core'

import { asked, resolverOf } from './dns.ts'
import type { DnsLook } from './dns.ts'
import { firstAnswer } from './deployment.ts'
import { isAtlasHost } from './tls.ts'

/** The other name of an Atlas member: of its private address where this is the public one, and the other way round. */
export function counterpart(
  at: Endpoint,
): { readonly endpoint: Endpoint; readonly host: string; readonly is: 'private' | 'public' } | null {
  const { host, port } = endpointParts(at)
  if (port === null || !isAtlasHost(host)) return null
  const [first = '', ...rest] = host.split('.')
  // Private endpoints have names and ports of their own, which cannot be guessed.
  if (/-pl-\d+$|^pl-\d+-/.test(first)) return null
  const isPrivate = first.endsWith('-pri')
  const other = [isPrivate ? first.slice(0, -4) : `${first}-pri`, ...rest].join('.')
  return { endpoint: endpointOf(other, port), host: other, is: isPrivate ? 'public' : 'private' }
}

/** The question for the other name's address, of the resolver that the name itself was asked of; its answer. */
export function addressOfCounterpart(
  evidence: Evidence,
  at: Endpoint,
  other: string,
): { readonly vary: Parameters<typeof asked>[1]; readonly look: DnsLook | 'unasked' | 'given-up' } | null {
  const own = firstAnswer(evidence, endpointParts(at).host, 'A')
  if (own === undefined) return null
  const vary = { name: other, type: 'A', resolver: resolverOf(own) } as const
  return { vary, look: asked(evidence, vary) }
}
