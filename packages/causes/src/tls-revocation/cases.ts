import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { caseAddress, caseEndpoint, leafCertificate, secure, towards } from '../kit/tls-case.ts'
import type { CertificateFacts, OcspSighting } from '@mongowhy/core'

const at = caseEndpoint
const vary = { address: caseAddress }
const url = 'http://127.0.0.1:8080/ocsp'
const demanding = { ...leafCertificate, mustStaple: true }
const asking = { ...leafCertificate, ocspResponders: [url] }
const answer = {
  is: 'answer',
  status: 'good',
  revokedAt: null,
  reason: null,
  producedAt: '2025-12-31T00:00:00.000Z',
  thisUpdate: '2025-12-31T00:00:00.000Z',
  nextUpdate: '2026-01-07T00:00:00.000Z',
  signature: 'valid',
} as const
const shown = (leaf: CertificateFacts) =>
  towards().saw('tls.handshake', at, vary, { ...secure, chain: [leaf] })
const stapled = (leaf: CertificateFacts, outcome: OcspSighting['outcome']) =>
  shown(leaf).saw(
    'tls.ocsp',
    at,
    { address: caseAddress },
    {
      source: 'stapled',
      url: null,
      mustStaple: leaf.mustStaple === true,
      responders: leaf.ocspResponders ?? [],
      outcome,
    },
  )
const asked = (outcome: OcspSighting['outcome']) =>
  stapled(asking, { is: 'none' }).saw(
    'tls.ocsp',
    at,
    { address: caseAddress, url },
    {
      source: 'asked',
      url,
      mustStaple: false,
      responders: [url],
      outcome,
    },
  )
const revoked = { ...answer, status: 'revoked', revokedAt: '2025-12-30T00:00:00.000Z' } as const

export const cases: Cases = defineCases({
  code: 'tls-revocation',
  matching: [
    {
      name: 'revoked, by a stapled answer',
      evidence: stapled(demanding, revoked).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'revoked, by the responder',
      evidence: asked(revoked).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'demands a stapled answer and has none',
      evidence: stapled(demanding, { is: 'none' }).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'a stapled answer of last month',
      evidence: stapled(demanding, { ...answer, nextUpdate: '2025-12-01T00:00:00.000Z' }).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'a stapled answer that somebody else signed',
      evidence: stapled(demanding, { ...answer, signature: 'invalid' }).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'on the list that the user gave',
      evidence: towards(undefined, { tlsCRLFile: '/etc/lab/crl.pem' })
        .saw('tls.handshake', at, vary, { ...secure, runtimeVerdict: 'CERT_REVOKED' })
        .build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'good',
      evidence: stapled(demanding, answer).build(),
      at,
      is: 'absent',
    },
    {
      name: 'revoked, says an answer that nobody vouches for',
      evidence: asked({ ...revoked, signature: 'invalid' }).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'a responder that does not answer',
      evidence: asked({ is: 'failed', why: 'silent', status: null }).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'not asked yet',
      evidence: shown(demanding).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'a certificate that names nobody to ask',
      evidence: shown(leafCertificate).build(),
      at,
      is: 'absent',
    },
  ],
})
