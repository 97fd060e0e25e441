import type { Endpoint, OcspSighting } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { remaining } from '../bounded.ts'
import type { ProbeContext } from '../context.ts'
import { failedFetch, fetchFrom } from '../issuer/fetch.ts'
import { dersOf, presentedBy } from '../issuer/presented.ts'
import { wayTo } from '../issuer/reach.ts'
import { bundledStore, driverStore, readCertificate, signedBy, systemStore } from '../x509/index.ts'
import type { Certificate } from '../x509/index.ts'
import { certificateId } from './certificate-id.ts'
import { judgeAnswer } from './judge.ts'
import { ocspRequest } from './request.ts'

/** Asks a responder that a presented certificate names about that certificate. null: it was not ours to contact. */
export async function askResponder(
  ctx: ProbeContext,
  caPem: Buffer | null,
  endpoint: Endpoint,
  url: string,
  bound: Bound,
): Promise<OcspSighting | null> {
  const since = performance.now()
  const shown = presentedBy(ctx, endpoint).find(
    ({ chain }) => chain[0]?.ocspResponders?.includes(url) === true,
  )
  const ders = dersOf(shown?.chain ?? [])
  const pair = shown === undefined ? null : leafAndIssuer(ders, caPem)
  const facts = shown?.chain[0]
  const saw = (outcome: OcspSighting['outcome']): OcspSighting => ({
    source: 'asked',
    url,
    mustStaple: facts?.mustStaple ?? false,
    responders: facts?.ocspResponders ?? [],
    outcome,
  })
  if (shown === undefined) return saw(failedFetch('not-presented'))
  const id = pair === null ? null : certificateId(pair.leaf, pair.issuer)
  if (pair === null || id === null) return saw(failedFetch('unreadable'))
  const way = await wayTo(ctx, endpoint, shown.address, url, bound)
  if (way.is === 'not-asked') return null
  if (way.is === 'closed') return saw(failedFetch(way.why))
  const request = { method: 'POST', type: 'application/ocsp-request', body: ocspRequest(id) } as const
  const got = await fetchFrom(way.url, way.address, request, remaining(bound, since))
  return saw(got.is === 'failed' ? got : judgeAnswer(got.body, pair.leaf, pair.issuer))
}

/** The certificate of a chain and its issuer's: from the chain, else from a store. */
export function leafAndIssuer(
  chain: readonly Buffer[],
  caPem: Buffer | null,
): { readonly leaf: Certificate; readonly issuer: Certificate } | null {
  const [leaf, ...rest] = chain.map(readCertificate)
  if (leaf === undefined || leaf === null) return null
  const stored = [driverStore(caPem), bundledStore(), systemStore()].flatMap((store) =>
    store.named(leaf.issuer),
  )
  const issuer = [...rest, ...stored].find(
    (each) => each !== null && each.subject.equals(leaf.issuer) && signedBy(leaf, each),
  )
  return issuer === undefined || issuer === null ? null : { leaf, issuer }
}
