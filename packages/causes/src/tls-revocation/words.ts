import { says } from '@mongowhy/core'
import type { Advice, Endpoint, Phrase } from '@mongowhy/core'

export type Facts = {
  readonly endpoint: Endpoint
  readonly source: 'stapled' | 'asked'
  readonly url: string | null
} & (
  | { readonly is: 'revoked'; readonly revokedAt: string | null }
  | { readonly is: 'not-stapled' }
  | { readonly is: 'stale'; readonly nextUpdate: string }
  | { readonly is: 'forged' }
)

const who: Phrase = says`The Node.js driver checks no revocation and connects all the same. PyMongo (with its ocsp extra), Go, Java and C# where it is switched on, mongosh on some systems and Windows do check, and refuse.`

export function advise(facts: Facts): Advice {
  const { endpoint } = facts
  switch (facts.is) {
    case 'revoked':
      return {
        title: says`The certificate of ${endpoint} was revoked${facts.revokedAt === null ? '' : ` on ${facts.revokedAt}`}`,
        explanation: who,
        steps: [
          says`Have the certificate issued anew with a new key, and find out why it was revoked: a key that got out must not be used again.`,
          says`Until it is replaced, clients that check cannot connect, and rightly.`,
        ],
      }
    case 'not-stapled':
      return {
        title: says`The certificate of ${endpoint} demands a stapled OCSP answer, and the server sends none`,
        explanation: who,
        steps: [
          says`mongod fetches the answer from the authority's responder and staples it: let it reach that responder (outgoing HTTP), and see "OCSP" in its log. A balancer that ends TLS must be told to staple.`,
          says`Or have the certificate issued anew without "must-staple" (the extension TLS feature).`,
        ],
      }
    case 'stale':
      return {
        title: says`The OCSP answer that ${endpoint} staples is out of date (until ${facts.nextUpdate})`,
        explanation: who,
        steps: [
          says`Let the server reach its authority's responder, so that it can fetch a fresh answer; compare the clocks of both.`,
        ],
      }
    case 'forged':
      return {
        title: says`The OCSP answer that ${endpoint} staples is not signed by the certificate's authority`,
        explanation: who,
        steps: [
          says`Find out where the server or balancer gets the answer from: a file of an old certificate, or a responder of another authority.`,
        ],
      }
  }
}
