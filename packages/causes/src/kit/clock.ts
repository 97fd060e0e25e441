import { cite, says, seenBy } from '@mongowhy/core'
import type { Citation, ChainDefect, Evidence } from '@mongowhy/core'

import { handshakes } from './deployment.ts'
import { storeVerdict } from './chain.ts'

/** A moment that is past for certain: somebody whom the driver's store trusts has signed for it. */
export interface SignedTime {
  readonly at: string
  readonly says: Citation
}

// A chain that has only these defects leads to an authority of the store; its dates and name are another matter.
const beside: readonly ChainDefect['is'][] = ['expired', 'not-yet-valid', 'name-mismatch', 'no-alt-names']

/**
 * The latest moment that a log of certificate transparency or an OCSP responder signed for. Real time is later, whatever
 * this machine's clock says. Null where no chain that leads to the driver's store carries one.
 */
export function latestSigned(evidence: Evidence): SignedTime | null {
  const logged = handshakes(evidence, null).flatMap((look): readonly SignedTime[] => {
    const verdict = storeVerdict(look, 'driver')
    if (verdict === undefined || !verdict.defects.every(({ is }) => beside.includes(is))) return []
    return (look.saw.chain[0]?.loggedAt ?? []).map((at) => ({
      at,
      says: cite(
        look,
        says`a public log signed at ${at} that it had seen the certificate of ${look.ask.endpoint ?? ''}`,
      ),
    }))
  })
  const answered = seenBy(evidence, 'tls.ocsp').flatMap((look): readonly SignedTime[] => {
    const { outcome } = look.saw
    if (outcome.is !== 'answer' || outcome.signature !== 'valid') return []
    return [
      {
        at: outcome.producedAt,
        says: cite(
          look,
          says`the certificate's authority signed an answer about it at ${outcome.producedAt}`,
        ),
      },
    ]
  })
  const trusted = logged.length > 0 ? answered : []
  return [...logged, ...trusted]
    .filter(({ at }) => Number.isFinite(Date.parse(at)))
    .reduce<SignedTime | null>((last, each) => (last === null || each.at > last.at ? each : last), null)
}
