import { cite, defineCause, says } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { bearingOf, clockDoubt, defectsOf, overChains } from '../kit/chain.ts'
import type { ClockDoubt, JudgedChain } from '../kit/chain.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly subject: string
  readonly notBefore: string
  readonly now: string
  readonly doubt: ClockDoubt | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-certificate-not-yet-valid',
  title: 'The server’s certificate is not valid yet, by this machine’s clock',
  scope: 'endpoint',
  infer: (evidence, at) => overChains(evidence, at, (judged) => judge(evidence, judged)),
  advise: ({ endpoint, subject, notBefore, now, doubt }) => ({
    title: says`The certificate of ${endpoint} is valid only from ${notBefore}, and this machine's clock says ${now}`,
    explanation:
      doubt === null
        ? says`By this machine's clock the first day of ${subject} lies ahead. Either the certificate was issued for later, or this clock is behind; a clock that is behind fails at every server with a fresh certificate.`
        : doubt.serverTime === null
          ? says`By this machine's clock the first day of ${subject} lies ahead, but that clock cannot be right: most likely the certificate is valid and the clock is behind.`
          : says`By this machine's clock the first day of ${subject} lies ahead, but the server's own clock says ${doubt.serverTime}, by which it is valid: most likely this machine's clock is behind.`,
    steps: [
      says`Check this machine's clock against one that you trust ("date -u", "timedatectl"); set it, and switch time synchronisation on. Virtual machines and containers get it wrong after they were suspended.`,
      says`If the clock is right: on the server use a certificate that is valid now, or issue one; its authority's clock may have been ahead.`,
    ],
    confirm: says`Compare "date -u" here with a clock that you trust: behind ${notBefore} while the true time is past it means the clock; otherwise the certificate is at fault.`,
  }),
})

function judge(evidence: Evidence, { look, verification }: JudgedChain): Inference<Facts> | null {
  const defect = defectsOf(verification, 'not-yet-valid').toSorted((a, b) => a.depth - b.depth)[0]
  if (defect === undefined) return null
  const { depth, subject, notBefore } = defect
  const endpoint = look.ask.endpoint ?? ''
  const doubt = clockDoubt(evidence, look, notBefore)
  const now = new Date(Date.parse(evidence.takenAt) + look.startedAt).toISOString()
  return {
    is: 'present',
    certainty: doubt === null ? 'certain' : 'likely',
    bearing: bearingOf(evidence, look),
    facts: { endpoint, subject, notBefore, now, doubt },
    because: [
      cite(
        look,
        says`${endpoint} sent ${subject} (number ${depth + 1} of its chain), valid from ${notBefore}; this machine's clock says ${now}`,
      ),
      ...(doubt === null ? [] : [doubt.because]),
    ],
  }
}
