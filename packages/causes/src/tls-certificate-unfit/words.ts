import { says } from '@mongowhy/core'
import type { ChainDefect, Phrase } from '@mongowhy/core'

/** What makes a certificate unfit although its dates, its name and its issuer are right. */
export type Unfit = OwnDefect | RuntimeRefusal

/** The runtime refuses the chain, for a reason that our own reading of it does not find. */
export interface RuntimeRefusal {
  readonly is: 'refused-by-runtime'
  readonly depth: 0
  readonly subject: string
  readonly code: string
}

export type OwnDefect = Extract<
  ChainDefect,
  {
    readonly is:
      | 'purpose'
      | 'key-usage'
      | 'unknown-critical'
      | 'weak-key'
      | 'weak-digest'
      | 'name-constraint'
      | 'issuer-no-ca'
      | 'path-too-long'
      | 'bad-signature'
      | 'unreadable'
  }
>

interface Words {
  /** After "The certificate of ENDPOINT …" or "An issuer above the certificate of ENDPOINT …". */
  readonly is: Phrase
  readonly means: Phrase
  readonly step: Phrase
}

const clientAuth = '1.3.6.1.5.5.7.3.2'
const anyPurpose = '2.5.29.37.0'

export function wordsFor(defect: Unfit): Words {
  switch (defect.is) {
    case 'purpose':
      return {
        is: says`is not meant for servers`,
        means: defect.purposes.includes(anyPurpose)
          ? says`Its extended key usage says "any", which OpenSSL (Node.js, Python) does not take for serverAuth; Go and Java do.`
          : defect.purposes.includes(clientAuth)
            ? says`Its extended key usage allows clients alone. It was issued as a client's certificate, or from a template for clients.`
            : says`Its extended key usage (${defect.purposes.join(', ')}) does not contain serverAuth.`,
        step: says`Have it issued anew with the extended key usage serverAuth; for a member of a replica set, serverAuth and clientAuth.`,
      }
    case 'key-usage':
      return {
        is: says`may not be used for TLS`,
        means: says`Its key usage names neither digitalSignature nor keyEncipherment nor keyAgreement, one of which a server needs.`,
        step: says`Have it issued anew with keyUsage = digitalSignature (and keyEncipherment for an RSA key), or without that extension.`,
      }
    case 'unknown-critical':
      return {
        is: says`carries a critical extension that TLS libraries do not know (${defect.extension})`,
        means: says`Critical means that whoever does not know the extension must refuse the certificate.`,
        step: says`Have it issued anew without that extension, or with it not marked critical.`,
      }
    case 'weak-key':
      return {
        is: says`has a key that is too weak (${defect.key})`,
        means: says`Current TLS libraries refuse RSA keys below 2048 bits at their default security level: OpenSSL 3 as most Linux distributions ship it, and Node.js from version 24 on.`,
        step: says`Issue it anew with an RSA key of 2048 bits or more, or an EC key on P-256.`,
      }
    case 'weak-digest':
      return {
        is: says`is signed with ${defect.digest}`,
        means: says`Signatures with ${defect.digest} can be forged, and current TLS libraries refuse them in a certificate chain.`,
        step: says`Have it signed anew with SHA-256 or better; its authority's default may have to be changed ("default_md = sha256" for openssl ca).`,
      }
    case 'name-constraint':
      return {
        is: says`is for a name that its authority may not issue for (${defect.name})`,
        means: says`An authority above it is limited to certain names (name constraints), and this one lies outside of them.`,
        step: says`Use a name within the authority's limits, or have the certificate issued by an authority that may issue for ${defect.name}.`,
      }
    case 'issuer-no-ca':
      return {
        is: says`was issued by something that is no authority (${defect.subject})`,
        means: says`The issuing certificate lacks "CA:TRUE" in its basic constraints, or the right to sign certificates in its key usage. Whoever set up the authority left that out.`,
        step: says`Make the authority anew with basicConstraints = critical,CA:TRUE and keyUsage = critical,keyCertSign,cRLSign, and issue the server's certificate from it.`,
      }
    case 'path-too-long':
      return {
        is: says`stands too far below its authority (${defect.subject})`,
        means: says`The authority's path length limit allows fewer intermediates than there are.`,
        step: says`Issue the certificate from an authority that stands high enough, or make the intermediate anew under one without that limit.`,
      }
    case 'bad-signature':
      return {
        is: says`carries a signature that its issuer did not make`,
        means: says`A certificate with the issuer's name is there, and its key did not sign this one. The authority was made anew under the same name at some time, and old and new were mixed; or the certificate was damaged.`,
        step: says`Send and trust the authority that really signed it ("openssl verify -CAfile ca.pem server.pem" tells), or issue the server's certificate anew from the current one.`,
      }
    case 'refused-by-runtime':
      return {
        is: says`is refused by the runtime's own verification (${defect.code})`,
        means: says`Dates, name, issuer and signatures are right as far as mongowhy reads them; something rarer is wrong, a name constraint of another kind or a policy, say.`,
        step: says`Let openssl name it: "openssl verify -verbose -CAfile ca.pem -untrusted chain.pem server.pem".`,
      }
    case 'unreadable':
      return {
        is: says`cannot be read`,
        means: says`What the server sent as its certificate is no valid X.509 certificate, or one of a kind that this TLS library does not know.`,
        step: says`Look at the file that net.tls.certificateKeyFile names: "openssl x509 -in FILE -noout -text" must print it.`,
      }
  }
}
