import { absent, cite, defineCause, endpointParts, isLoopback, says, seenBy, unknown } from '@mongowhy/core'
import type {
  Cause,
  CertificateFacts,
  Citation,
  Endpoint,
  Evidence,
  Inference,
  OcspSighting,
  SeenLook,
} from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { ask } from '../kit/evidence.ts'
import { notYetAsked, overHandshakes } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'
import { advise } from './words.ts'
import type { Facts } from './words.ts'

type OcspLook = SeenLook<'tls.ocsp'>
type Answer = Extract<OcspSighting['outcome'], { readonly is: 'answer' }>

export const cause: Cause = defineCause<Facts>({
  code: 'tls-revocation',
  title: 'The certificate was revoked, or its revocation cannot be checked',
  scope: 'endpoint',
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise,
})

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const at = look.ask.endpoint
  const leaf = look.saw.chain[0]
  if (leaf === undefined) return unknown()
  const listed = byList(evidence, look)
  if (listed !== null) return listed
  const mustStaple = leaf.mustStaple === true
  const looks = seenBy(evidence, 'tls.ocsp', at)
  for (const each of looks) {
    const found = fault(evidence, each, mustStaple)
    if (found !== null) return found
  }
  const good = looks.find(({ saw }) => saw.outcome.is === 'answer' && saw.outcome.status === 'good')
  if (good !== undefined) return absent(cite(good, says`its authority says that the certificate is good`))
  const open = notYetAsked(evidence, ...wanted(look, leaf))
  if (open.length > 0) {
    const near = (leaf.ocspResponders ?? []).some((url) => isOwn(url, at))
    return { ...unknown(...open), ...(mustStaple || near ? { worthKnowing: true as const } : {}) }
  }
  return looks.length > 0 || wanted(look, leaf).length > 0
    ? unknown()
    : absent(cite(look, says`its certificate names no way to ask about its revocation`))
}

/** A stapled answer where one may be there; and each responder, which is asked only where that is allowed. */
function wanted(look: HandshakeLook, leaf: CertificateFacts): readonly ReturnType<typeof ask>[] {
  const responders = leaf.ocspResponders ?? []
  const { address } = look.saw
  if (leaf.mustStaple !== true && responders.length === 0) return []
  return [
    ask('tls.ocsp', look.ask.endpoint, { address }),
    ...responders.slice(0, 1).map((url) => ask('tls.ocsp', look.ask.endpoint, { address, url })),
  ]
}

/** Whether a responder stands on the target itself, or with it on this machine: then nobody else learns of the question. */
function isOwn(url: string, at: Endpoint | null): boolean {
  if (!URL.canParse(url)) return false
  const { hostname } = new URL(url)
  return isLoopback(hostname) || hostname === endpointParts(at ?? '').host
}

function fault(evidence: Evidence, look: OcspLook, mustStaple: boolean): Inference<Facts> | null {
  const { outcome, source, url } = look.saw
  const endpoint = look.ask.endpoint ?? ''
  const base = { endpoint, source, url }
  switch (outcome.is) {
    case 'answer':
      return ofAnswer(evidence, look, outcome, base)
    case 'none':
      return source === 'stapled' && mustStaple
        ? present(
            { ...base, is: 'not-stapled' },
            cite(look, says`${endpoint} stapled no answer, and its certificate demands one`),
          )
        : null
    // An answer about another certificate, or none from a responder: clients that check are content with that.
    case 'refused':
    case 'failed':
    case 'other-certificate':
    case 'handshake-failed':
      return null
  }
}

function ofAnswer(
  evidence: Evidence,
  look: OcspLook,
  { status, revokedAt, nextUpdate, signature }: Answer,
  base: { readonly endpoint: Endpoint; readonly source: OcspSighting['source']; readonly url: string | null },
): Inference<Facts> | null {
  if (signature === 'invalid') {
    // Whoever stands between may write any answer; only a stapled one comes from the server itself.
    return base.source === 'stapled'
      ? present(
          { ...base, is: 'forged' },
          cite(look, says`the answer that ${base.endpoint} staples carries no valid signature`),
        )
      : null
  }
  if (status === 'revoked' && signature === 'valid') {
    return present(
      { ...base, is: 'revoked', revokedAt },
      cite(
        look,
        says`the authority says that the certificate of ${base.endpoint} was revoked${revokedAt === null ? '' : ` on ${revokedAt}`}`,
      ),
    )
  }
  const now = Date.parse(evidence.takenAt) + look.startedAt
  if (base.source === 'stapled' && nextUpdate !== null && Date.parse(nextUpdate) < now) {
    return present(
      { ...base, is: 'stale', nextUpdate },
      cite(look, says`the answer that ${base.endpoint} staples was good until ${nextUpdate}`),
    )
  }
  return null
}

/** The user's own list of revoked certificates (`tlsCRLFile`), which Node.js does look at. */
function byList(evidence: Evidence, look: HandshakeLook): Inference<Facts> | null {
  const code = look.saw.runtimeVerdict
  const path = effective(evidence)?.tlsCRLFile ?? null
  if (path === null || code === null || !/CRL|REVOKED/.test(code)) return null
  const endpoint = look.ask.endpoint ?? ''
  return {
    is: 'present',
    certainty: 'certain',
    bearing: effective(evidence)?.tlsAllowInvalidCertificates === true ? 'advisory' : 'fault',
    facts: { is: 'by-list', endpoint, source: 'asked', url: null, path, code },
    because: [
      cite(look, says`with the list in ${path} the runtime refuses the chain of ${endpoint} (${code})`),
    ],
  }
}

function present(facts: Facts, because: Citation): Inference<Facts> {
  // Node.js checks no revocation, so its driver connects all the same.
  return { is: 'present', certainty: 'certain', bearing: 'advisory', facts, because: [because] }
}
