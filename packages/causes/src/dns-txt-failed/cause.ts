import { absent, defineCause, says, sentence, unknown } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { citeAnswer, srvLook, txtLook, whom } from '../kit/dns.ts'

interface Facts {
  readonly name: string
  readonly server: string
  readonly resolver: Phrase
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-txt-failed',
  title: 'The TXT record cannot be looked up, though SRV can',
  scope: 'target',
  infer(evidence) {
    const srv = srvLook(evidence)
    const txt = txtLook(evidence)
    if (srv === undefined || txt === undefined || srv.saw.outcome !== 'answer') return unknown()
    const { outcome } = txt.saw
    // No TXT record at all is legal, and usual outside Atlas.
    if (outcome === 'answer' || outcome === 'nodata' || outcome === 'nxdomain') return absent(citeAnswer(txt))
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { name: txt.saw.name, server: txt.saw.server ?? 'this machine', resolver: whom(txt) },
      because: [citeAnswer(txt), citeAnswer(srv)],
    }
  },
  advise: ({ name, server, resolver }) => ({
    title: says`The TXT record of ${name} cannot be looked up, so drivers give up`,
    explanation: sentence(
      resolver,
      says`gave the SRV record, and failed on the TXT record of ${name}, which may hold the replica set's name and authSource. Drivers need a clear answer there: "no TXT record" is fine, a failure is not.`,
    ),
    steps: [
      says`Ask it by hand: dig TXT ${name} @${server}, and another resolver beside it. If only this one fails, use the other.`,
      says`Some forwarders drop TXT records, or any reply longer than 512 bytes: update it, and allow DNS by TCP.`,
      says`Or do without it: mongodb:// with every host, tls=true, and the replicaSet and authSource that the record would give. Atlas shows that form under Connect, Drivers, for an older driver version.`,
    ],
    operator: [
      says`The zone: that its authoritative servers answer TXT for ${name}, by UDP and TCP, if only with "no such record".`,
    ],
  }),
})
