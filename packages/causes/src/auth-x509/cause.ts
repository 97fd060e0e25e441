import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Citation, Evidence } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { chosenMechanism, loginEnd } from '../kit/login.ts'
import { foreignProduct } from '../kit/product.ts'

/** What became of the client's certificate, before the login asked who it is. */
type Presented = 'sent' | 'not-asked-for' | 'none-given' | 'no-tls' | 'unknown'

interface Facts {
  readonly presented: Presented
  readonly subject: string | null
  /** The connection string names a user as well, who must then be the certificate's subject. */
  readonly named: boolean
}

const protocolError = 17

export const cause: Cause = defineCause<Facts>({
  code: 'auth-x509',
  title: 'The server has no user for the client certificate',
  scope: 'target',
  refines: ['auth-rejected'],
  explains: ['auth-not-provided', 'authz-missing-role'],
  infer: (evidence) => {
    if (chosenMechanism(evidence) !== 'MONGODB-X509') return unknown()
    const end = loginEnd(evidence)
    if (end === null) return unknown()
    if (end.is === 'in') return absent(end.said)
    if (end.is !== 'refused') return unknown()
    // The mechanism itself may be missing; that is refused with other codes, before a certificate is looked at.
    if (end.about !== 'credentials' && end.error.code !== protocolError) return absent(end.said)
    // Others than MongoDB answer with the same code where they lack the mechanism.
    if (foreignProduct(evidence) !== null) return unknown()
    const presented = presentedIn(evidence)
    const file = seenBy(evidence, 'env.file').find(({ saw }) => saw.option === 'tlsCertificateKeyFile')
    const subject = file?.saw.outcome.is === 'usable' ? (file.saw.outcome.subject ?? null) : null
    const because: Citation[] = presented.because === null ? [] : [presented.because]
    if (file !== undefined && subject !== null) because.push(cite(file, says`its subject is ${subject}`))
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { presented: presented.is, subject, named: named(evidence) },
      because: [end.said, ...because],
    }
  },
  advise: ({ presented, subject, named }) => {
    const user = subject ?? 'SUBJECT'
    const create = says`As an administrator in mongosh: db.getSiblingDB("$external").runCommand({ createUser: "${user}", roles: [{ role: "readWrite", db: "DATABASE" }] }). The name must be the subject letter for letter.`
    const order = says`The subject is compared in the order of RFC 2253, most specific part first: openssl x509 -in FILE -noout -subject -nameopt RFC2253 prints it.`
    switch (presented) {
      case 'no-tls':
        return {
          title: says`MONGODB-X509 is asked for without TLS`,
          explanation: says`With this mechanism the TLS client certificate is the login. The connection is not encrypted, so there was none.`,
          steps: [says`Add tls=true and tlsCertificateKeyFile=FILE to the connection string.`],
        }
      case 'none-given':
        return {
          title: says`MONGODB-X509 is asked for, and no client certificate is given`,
          explanation: says`With this mechanism the TLS client certificate is the login. The server let the connection in without one, and then found nobody to log in.`,
          steps: [says`Add tlsCertificateKeyFile=FILE: certificate and private key in one PEM file.`],
        }
      case 'not-asked-for':
        return {
          title: says`The server does not ask for a client certificate, so MONGODB-X509 cannot log in`,
          explanation: says`A client sends its certificate only where the server's handshake asks for one. This server, or the proxy that ends TLS before it, did not.`,
          steps: [
            says`On the server: set net.tls.CAFile to the authority that issues client certificates, and restart it.`,
            says`If a load balancer or proxy ends TLS: it must pass the connection through, or the certificate never arrives.`,
          ],
        }
      case 'sent':
      case 'unknown':
        return {
          title: says`The server has no user for the client certificate`,
          explanation:
            subject === null
              ? says`The certificate was accepted in the TLS handshake; the login then looks for a user in $external whose name is the certificate's subject, and was refused.`
              : says`The certificate was accepted in the TLS handshake; the login then looks for a user in $external whose name is its subject, ${subject}, and was refused.`,
          steps: [
            ...(named
              ? [
                  says`The connection string names a user too. It must be the certificate's subject; leave it out, and the server takes the subject.`,
                ]
              : []),
            create,
            order,
            says`A certificate whose O, OU and DC are those of the server's own is taken for a member of the cluster, not for a user: give clients another OU.`,
          ],
          confirm: says`The server's log at the time of the login (component ACCESS) says which name it looked for.`,
        }
    }
  },
})

function named(evidence: Evidence): boolean {
  return seenBy(evidence, 'uri.parse').some(({ saw }) => saw.credentials.username === 'given')
}

function presentedIn(evidence: Evidence): { readonly is: Presented; readonly because: Citation | null } {
  const options = effective(evidence)
  if (options?.tls === false) return { is: 'no-tls', because: null }
  const look = seenBy(evidence, 'tls.handshake').find(({ saw }) => saw.outcome.is === 'secure')
  if (look === undefined) return { is: 'unknown', because: null }
  const { requested, sent } = look.saw.clientCertificate
  if (!requested) {
    return { is: 'not-asked-for', because: cite(look, says`the handshake did not ask for a certificate`) }
  }
  return sent
    ? { is: 'sent', because: cite(look, says`the handshake sent the client certificate`) }
    : { is: 'none-given', because: cite(look, says`the handshake asked for a certificate; none was sent`) }
}
