import { endpointParts } from '@mongowhy/core'
import type { AiaSighting, Endpoint } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { remaining } from '../bounded.ts'
import type { ProbeContext } from '../context.ts'
import { trustOf } from '../tls/trust.ts'
import type { TrustSettings } from '../tls/trust.ts'
import { certificateFacts, certificatesIn, isIssuerOf } from '../x509/index.ts'
import { failedFetch, fetchFrom } from './fetch.ts'
import { dersOf, presentedBy } from './presented.ts'
import { wayTo } from './reach.ts'

/**
 * Fetches the certificate that a presented chain lacks, from the address that its last certificate gives, and judges the
 * chain with it. null: it was not ours to contact that host.
 */
export async function askAia(
  ctx: ProbeContext,
  trust: TrustSettings,
  endpoint: Endpoint,
  url: string,
  bound: Bound,
): Promise<AiaSighting | null> {
  const since = performance.now()
  const shown = presentedBy(ctx, endpoint).find(({ chain }) =>
    chain.some(({ caIssuers }) => caIssuers.includes(url)),
  )
  const naming = shown?.chain.findIndex(({ caIssuers }) => caIssuers.includes(url)) ?? -1
  const ders = dersOf(shown?.chain ?? [])
  const named = ders[naming]
  if (shown === undefined || named === undefined) return { url, outcome: failedFetch('not-presented') }
  const way = await wayTo(ctx, endpoint, shown.address, url, bound)
  if (way.is === 'not-asked') return null
  if (way.is === 'closed') return { url, outcome: failedFetch(way.why) }
  const got = await fetchFrom(way.url, way.address, { method: 'GET' }, remaining(bound, since))
  if (got.is === 'failed') return { url, outcome: got }
  const found = certificatesIn(got.body)
  const issuer = found.find((der) => isIssuerOf(der, named)) ?? found[0]
  const certificate = issuer === undefined ? null : certificateFacts(issuer)
  if (issuer === undefined || certificate === null) return { url, outcome: failedFetch('unreadable', 200) }
  const { host } = endpointParts(endpoint)
  return {
    url,
    outcome: {
      is: 'fetched',
      certificate,
      isIssuer: isIssuerOf(issuer, named),
      verifications: trustOf([...ders, issuer], null, host, trust).verifications,
    },
  }
}
