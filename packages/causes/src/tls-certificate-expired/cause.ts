import { cite, defineCause, says } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { bearingOf, clockDoubt, defectsOf, overChains } from '../kit/chain.ts'
import type { ClockDoubt, JudgedChain } from '../kit/chain.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly whose: 'leaf' | 'issuer'
  readonly subject: string
  readonly notAfter: string
  readonly doubt: ClockDoubt | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-certificate-expired',
  title: 'A certificate of the server has expired',
  scope: 'endpoint',
  infer: (evidence, at) => overChains(evidence, at, (judged) => judge(evidence, judged)),
  advise: ({ endpoint, whose, subject, notAfter, doubt }) => ({
    title:
      whose === 'leaf'
        ? says`The certificate of ${endpoint} expired on ${notAfter}`
        : says`${endpoint} sends an issuer's certificate that expired on ${notAfter}: ${subject}`,
    explanation:
      doubt === null
        ? whose === 'leaf'
          ? says`The server's own certificate (${subject}) is past its last day by this machine's clock, which nothing speaks against.`
          : says`The server's own certificate may be valid; one above it in the chain is past its last day.`
        : doubt.serverTime === null
          ? says`It is past its last day by this machine's clock. That clock says ${doubt.now}, which cannot be right, so the certificate may well be valid.`
          : says`It is past its last day by this machine's clock, which says ${doubt.now}. The server's own clock says ${doubt.serverTime}, by which it is still valid: one of the two clocks is wrong.`,
    steps: [
      ...(doubt === null
        ? []
        : [
            says`Set this machine's clock first ("timedatectl", "date -u"), and the server's, then run mongowhy again.`,
          ]),
      whose === 'leaf'
        ? says`On the server: renew the certificate, put the new one with its key and intermediates into net.tls.certificateKeyFile, and load it (db.adminCommand({ rotateCertificates: 1 }) from MongoDB 5.0 on, else a restart). If it was renewed already, the running server still holds the old one.`
        : says`On the server: replace the expired certificate in net.tls.certificateKeyFile with the issuer's current one; if the expired one is a cross-signed root, leave it out. On the client: update the store of authorities.`,
      says`Put an alarm on the new expiry date.`,
    ],
    ...(doubt !== null
      ? {}
      : {
          operator: [
            says`\`net.tls.certificateKeyFile\` of ${endpoint}, and of every other member: the dates of each certificate in it.`,
            says`What renews it (certbot, cert-manager, a calendar): when it last ran, and whether mongod was told (\`db.adminCommand({ rotateCertificates: 1 })\`, or a restart).`,
            says`What ends TLS before the server, if anything does: its own copy of the certificate.`,
          ],
        }),
    ...(doubt === null
      ? {}
      : { confirm: says`Compare "date -u" here and on the server with a clock that you trust.` }),
  }),
})

function judge(evidence: Evidence, { look, verification }: JudgedChain): Inference<Facts> | null {
  // The leaf's own date matters first.
  const defect = defectsOf(verification, 'expired').toSorted((a, b) => a.depth - b.depth)[0]
  if (defect === undefined) return null
  const { depth, subject, notAfter } = defect
  const endpoint = look.ask.endpoint ?? ''
  const doubt = clockDoubt(evidence, look, notAfter)
  return {
    is: 'present',
    certainty: doubt === null ? 'certain' : 'likely',
    bearing: bearingOf(evidence, look),
    facts: { endpoint, whose: depth === 0 ? 'leaf' : 'issuer', subject, notAfter, doubt },
    because: [
      cite(
        look,
        says`${endpoint} sent ${subject} (number ${depth + 1} of its chain), valid until ${notAfter}`,
      ),
      ...(doubt === null ? [] : [doubt.because]),
    ],
  }
}
