import type { Endpoint, FetchFailure } from '@mongowhy/core'

import { addressesFor } from '../addresses-for.ts'
import type { Bound } from '../bound.ts'
import type { ProbeContext } from '../context.ts'
import { leadsInside, mayContact } from './presented.ts'

/** Where an address that a certificate names leads, once it is known that we may go there. */
export type Way =
  | { readonly is: 'open'; readonly url: URL; readonly address: string }
  | { readonly is: 'closed'; readonly why: FetchFailure }
  | { readonly is: 'not-asked' }

/** Judges an address out of a certificate before anything is sent to it; `at`: where the certificate was presented. */
export async function wayTo(
  ctx: ProbeContext,
  endpoint: Endpoint,
  at: string,
  text: string,
  bound: Bound,
): Promise<Way> {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.protocol !== 'http:' || url.username !== '')
    return { is: 'closed', why: 'not-http' }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = url.port === '' ? 80 : Number(url.port)
  const addresses = await addressesFor(ctx, host, port, bound)
  if (addresses.length > 0 && !mayContact(ctx, endpoint, at, host, addresses)) return { is: 'not-asked' }
  const [address] = addresses
  if (address === undefined) return { is: 'closed', why: 'no-address' }
  return leadsInside(at, address) ? { is: 'closed', why: 'private-address' } : { is: 'open', url, address }
}
