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
  /** By the file that `tlsCRLFile` names, with OpenSSL's code. */
  | { readonly is: 'by-list'; readonly path: string; readonly code: string }
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
    case 'by-list':
      return listed(endpoint, facts.path, facts.code)
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

function listed(endpoint: Endpoint, path: string, code: string): Advice {
  const revoked = code === 'CERT_REVOKED'
  const old = code === 'CRL_HAS_EXPIRED'
  return {
    title: revoked
      ? says`A certificate of ${endpoint} stands on the list of revoked ones in ${path}`
      : old
        ? says`The list of revoked certificates in ${path} is out of date`
        : says`The list of revoked certificates in ${path} does not serve for the chain of ${endpoint} (${code})`,
    explanation: revoked
      ? says`tlsCRLFile names ${path}, and by it the server's certificate, or one above it, was revoked.`
      : says`tlsCRLFile names ${path}. Node.js then demands a current list of every authority in the chain, the root's included, and refuses the chain where one is missing, too old or signed by somebody else.`,
    steps: revoked
      ? [
          says`Have the server's certificate issued anew with a new key; find out why the old one was revoked.`,
        ]
      : [
          says`Get the current lists of every authority of the chain, and put them into ${path} as PEM ("-----BEGIN X509 CRL-----"), one below the other.`,
          says`"openssl crl -in ${path} -noout -issuer -nextupdate" shows whose list it is, and until when.`,
        ],
  }
}
