import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Evidence, FileProblem, Inference, Phrase } from '@mongowhy/core'

import { citeTlsOption, wantsTls } from '../kit/tls.ts'

type Unusable = Exclude<
  FileProblem,
  'client-certificate-expired' | 'client-certificate-not-yet-valid' | 'client-certificate-purpose'
>

interface Facts {
  readonly path: string
  readonly problem: Unusable
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-client-key-unusable',
  title: 'The client’s certificate and key file cannot be used',
  scope: 'target',
  explains: ['tls-client-certificate-required', 'tls-client-certificate-rejected'],
  infer,
  advise: ({ path, problem }) => ({
    title: titles[problem](path),
    explanation: says`tlsCertificateKeyFile names ${path}. The driver needs the client's certificate and its unencrypted or unlockable private key in that one file, as PEM, and gives up before it connects when it cannot use them. No server was involved in this.`,
    steps: [
      steps[problem](path),
      says`To check the file by hand: "openssl x509 -in ${path} -noout -subject -pubkey" and "openssl pkey -in ${path} -pubout" must both work and print the same public key.`,
    ],
  }),
})

function infer(evidence: Evidence): Inference<Facts> {
  const wanted = wantsTls(evidence)
  if (wanted === undefined) return unknown()
  if (!wanted) return absent(...citeTlsOption(evidence))
  const looks = seenBy(evidence, 'env.file').filter(({ saw }) => saw.option === 'tlsCertificateKeyFile')
  for (const look of looks) {
    const { path, outcome } = look.saw
    if (outcome.is !== 'unfit' || !isUnusable(outcome.problem)) continue
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { path, problem: outcome.problem },
      because: [cite(look, titles[outcome.problem](path))],
    }
  }
  const usable = looks.find(({ saw }) => saw.outcome.is === 'usable')
  return usable === undefined
    ? unknown()
    : absent(cite(usable, says`${usable.saw.path} holds a certificate and the key that belongs to it`))
}

/** A certificate out of date or of another purpose loads well; it is for the server to refuse it. */
function isUnusable(problem: FileProblem): problem is Unusable {
  return (
    problem !== 'client-certificate-expired' &&
    problem !== 'client-certificate-not-yet-valid' &&
    problem !== 'client-certificate-purpose'
  )
}

type Words = Readonly<Record<Unusable, (path: string) => Phrase>>

const titles: Words = {
  empty: (path) => says`The client certificate file ${path} is empty`,
  'no-certificate': (path) => says`The client certificate file ${path} holds no certificate`,
  'no-key': (path) => says`The client certificate file ${path} holds no private key`,
  der: (path) => says`The client certificate file ${path} is DER, not PEM`,
  'java-keystore': (path) => says`The client certificate file ${path} is a Java keystore, not PEM`,
  'utf-16': (path) => says`The client certificate file ${path} is UTF-16 text, which no TLS library reads`,
  pkcs12: (path) => says`The client certificate file ${path} is PKCS #12, not PEM`,
  'certificate-unreadable': (path) => says`The certificate in the client certificate file ${path} is damaged`,
  'key-unreadable': (path) => says`The private key in the client certificate file ${path} is damaged`,
  'key-encrypted-no-password': (path) =>
    says`The private key in ${path} is encrypted, and no password was given for it`,
  'key-password-wrong': (path) => says`The private key in ${path} does not open with the password given`,
  'key-mismatch': (path) => says`The private key in ${path} does not belong to the certificate beside it`,
  'key-of-later-certificate': (path) =>
    says`The private key in ${path} belongs to a later certificate of the file, not to the first`,
}

const combine = (path: string): Phrase =>
  says`Put both into one file: "cat client.key client.crt > ${path}", and keep it readable for this user alone (chmod 600).`

const steps: Words = {
  empty: combine,
  'no-certificate': combine,
  'no-key': combine,
  der: (path) =>
    says`Convert certificate and key to PEM ("openssl x509 -inform der -in FILE", "openssl pkey -inform der -in FILE") and put both into ${path}.`,
  'java-keystore': (path) =>
    says`Export it: "keytool -importkeystore -srckeystore ${path} -destkeystore client.p12 -deststoretype PKCS12", then "openssl pkcs12 -in client.p12 -out client.pem -nodes", and name client.pem.`,
  'utf-16': (path) =>
    says`Write it as plain text, from PowerShell: "Get-Content client.key, client.crt | Set-Content -Encoding ascii ${path}". The > of Windows PowerShell makes UTF-16 of everything.`,
  pkcs12: (path) =>
    says`Convert it: "openssl pkcs12 -in ${path} -out client.pem -nodes", and name client.pem.`,
  'certificate-unreadable': () =>
    says`Copy the certificate anew; line ends, missing lines and text editors damage PEM.`,
  'key-unreadable': () => says`Copy the key anew; line ends, missing lines and text editors damage PEM.`,
  'key-encrypted-no-password': () =>
    says`Add tlsCertificateKeyFilePassword (percent-encoded) to the connection string, or pass it as an option in code; or store the key unencrypted: "openssl pkey -in FILE -out client.key".`,
  'key-password-wrong': () =>
    says`Check tlsCertificateKeyFilePassword; in a connection string its reserved characters must be percent-encoded.`,
  'key-mismatch': () =>
    says`Put the key that the certificate was requested with into the file, or have a certificate issued for the key that is there.`,
  'key-of-later-certificate': (path) =>
    says`Put the client's own certificate first in ${path}, and those of its issuers below it; the first is the one that is sent as the client's.`,
}
