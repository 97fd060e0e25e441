import { says } from '@mongowhy/core'
import type { Advice, Endpoint, Phrase } from '@mongowhy/core'

import type { OfferPart } from '../kit/experiments/offer.ts'

export interface Facts {
  readonly endpoint: Endpoint
  /** What the server chose once more was offered; null when it would not say. */
  readonly chose: string | null
  /** What the usual offer lacks; null where that did not come out. */
  readonly lacking: OfferPart | null
  readonly widestRefusedToo: boolean
}

export function advise(facts: Facts): Advice {
  const { endpoint, chose, lacking } = facts
  return {
    title:
      chose === null
        ? says`${endpoint} finds nothing that it accepts in this client's TLS offer`
        : says`${endpoint} accepts only ${partNames[lacking ?? 'suites']} that this client does not offer by default (${chose})`,
    explanation: explanation(facts),
    steps: steps[lacking ?? 'suites'],
    operator: [
      says`\`opensslCipherConfig\` and \`opensslCipherSuiteConfig\` in setParameter of ${endpoint}.`,
      says`The system's crypto policy (\`update-crypto-policies --show\`), FIPS mode, and the suites and groups of a balancer before it.`,
      says`The key of the certificate: suites for RSA alone do not serve a key of an elliptic curve, nor the other way round.`,
    ],
    ...(chose === null
      ? {
          confirm: says`Compare with the server's own list: "openssl s_client -connect ${endpoint} -cipher ALL:@SECLEVEL=0" here, and "nmap --script ssl-enum-ciphers" or testssl.sh from a machine that may connect.`,
        }
      : {}),
  }
}

const partNames: Readonly<Record<OfferPart, string>> = {
  suites: 'cipher suites',
  groups: 'groups (curves) for the key exchange',
  signatures: 'signatures',
}

function explanation({ chose, lacking, widestRefusedToo }: Facts): Phrase {
  if (chose !== null) {
    return says`The server refuses this client's usual offer with the alert for "nothing in common". Offered more ${partNames[lacking ?? 'suites']}, it accepts: it chose ${chose}. Nothing else differed.`
  }
  return widestRefusedToo
    ? says`The server refuses our first TLS message with the alert for "nothing in common", and refuses every cipher and version that our library has as well. It may want a cipher, a curve or a signature that is missing here; or it may use this alert to turn away addresses or names.`
    : says`The server refuses our first TLS message, before it shows a certificate, with the alert for "nothing in common" in ciphers, curves or signatures.`
}

const steps: Readonly<Record<OfferPart, readonly Phrase[]>> = {
  suites: [
    says`On the server (or the balancer before it) allow current suites, ECDHE with AES-GCM say: for mongod see opensslCipherConfig in setParameter, and the system's crypto policy or FIPS mode.`,
    says`On the client remove a narrowed list: the option ciphers, --tls-cipher-list in NODE_OPTIONS, an OpenSSL configuration file, FIPS mode, or an OpenSSL security level that refuses the server's keys.`,
  ],
  groups: [
    says`On the server (or the balancer before it) allow a group that every client has, X25519 or P-256, beside the one that it insists on: ssl_ecdh_curve in nginx, curves in HAProxy and stunnel, Groups in OpenSSL's configuration, jdk.tls.namedGroups in Java.`,
    says`If the key of its certificate is on such a curve: have the certificate issued anew for a key on P-256, or an RSA key.`,
    says`On the client: a newer TLS library may have the group (those with MLKEM in the name come with OpenSSL 3.5), and an OpenSSL configuration file or FIPS mode may have taken it away.`,
  ],
  signatures: [
    says`On the server (or the balancer before it): have the certificate issued anew for a key on P-256, or an RSA key of 2048 bits, signed with SHA-256; and allow ECDSA and RSA-PSS signatures where a list of signature algorithms is set.`,
    says`On the client: an OpenSSL configuration file, a security level or FIPS mode may have taken away what the server wants.`,
  ],
}
