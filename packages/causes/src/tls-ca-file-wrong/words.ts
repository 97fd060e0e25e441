import { says, together } from '@mongowhy/core'
import type { Advice, Endpoint, FileProblem, Phrase } from '@mongowhy/core'

export type Facts = { readonly path: string } & (
  | { readonly is: 'no-certificates'; readonly problem: FileProblem }
  | { readonly is: 'too-large'; readonly bytes: number }
  | {
      readonly is: 'another-authority'
      readonly certificates: number
      readonly endpoint: Endpoint
      readonly issuer: string
      /** `namesake`: the file has one of that name and another key. `not-the-root`: it has a certificate of the chain, not its root. */
      readonly how: 'other' | 'namesake' | 'not-the-root'
      /** The store that does verify the chain; null when none does. */
      readonly known: 'bundled' | 'system' | null
    }
)

export function advise(facts: Facts): Advice {
  const { path } = facts
  switch (facts.is) {
    case 'no-certificates':
      return {
        title: says`The CA file ${path} holds no usable certificate: ${found(facts.problem)}`,
        explanation: says`tlsCAFile names ${path}. The driver takes it in place of its own list of authorities, without a complaint even when nothing can be read from it, and then trusts nobody: every certificate fails.`,
        steps: [
          convert(path, facts.problem),
          says`If the server's certificate is from a public authority (every Atlas cluster's is), remove tlsCAFile.`,
        ],
      }
    case 'too-large':
      return {
        title: says`The CA file ${path} is too large to be one (${facts.bytes} bytes)`,
        explanation: says`A list of all public authorities has a few hundred kilobytes. The file was not read.`,
        steps: [says`Name the PEM file with the certificate of the server's authority in tlsCAFile.`],
        confirm: says`"grep -c BEGIN ${path}" counts the certificates in it.`,
      }
    case 'another-authority':
      return anotherAuthority(facts)
  }
}

function anotherAuthority(facts: Extract<Facts, { readonly is: 'another-authority' }>): Advice {
  const { path, certificates, endpoint, issuer, known, how } = facts
  const inPlace = says`The driver takes the ${counted(certificates)} in ${path} in place of its own list of authorities.`
  const show = says`To see what the server sends: "openssl s_client -connect ${endpoint} -showcerts".`
  switch (how) {
    case 'namesake':
      return {
        title: says`The CA file ${path} has an authority named like the one of ${endpoint}'s certificate, but not the same one`,
        explanation: together(
          inPlace,
          says`One of them is named ${issuer}, as the issuer of the server's certificate is; its key did not make the signature. The authority was made anew at some time, and file and server hold different generations of it.`,
        ),
        steps: [
          says`Ask whoever runs the server for the authority's current certificate and put it into ${path}; during a change both may stand in it, one below the other.`,
          says`If the file has the newer one, the server still uses a certificate of the older: issue it anew, and restart or rotate.`,
          show,
        ],
      }
    case 'not-the-root':
      return {
        title: says`The CA file ${path} lacks the root above the certificate of ${endpoint} (${issuer})`,
        explanation: together(
          inPlace,
          says`One of them is part of the server's chain, but not the root at its end. Node.js, Java and older OpenSSL trust a chain only when it ends in a self-signed root of their list; Go and Python from 3.13 on are content with less, so they may connect with the same file.`,
        ),
        steps: [says`Add the certificate of ${issuer} to ${path}, below the one that stands there.`],
      }
    case 'other':
      return {
        title: says`The CA file ${path} does not have the authority of ${endpoint}'s certificate (${issuer})`,
        explanation: together(
          inPlace,
          known === null
            ? says`The server's chain leads to none of them. The file belongs to another authority, or the server's certificate is not the one that was meant.`
            : says`The server's chain leads to none of them. The ${known} list of authorities does verify it: without tlsCAFile, or with the right file, it is trusted.`,
        ),
        steps:
          known === null
            ? [
                says`Ask whoever runs the server for the certificate of ${issuer} and put it into ${path}; several authorities may stand in it one below the other.`,
                says`If the file is right, the server may be holding an old certificate, or leave out an intermediate.`,
                show,
              ]
            : [says`Remove tlsCAFile (or --ca-file), or add the certificate of ${issuer} to ${path}.`],
        ...(known === null
          ? {
              confirm: says`"openssl s_client -connect ${endpoint} -CAfile ${path}" names the issuer that it misses; compare it with "openssl x509 -in ${path} -noout -subject".`,
            }
          : {}),
      }
  }
}

/** So many certificates, in words for people. */
export function counted(certificates: number): string {
  return certificates === 1 ? 'one certificate' : `${certificates} certificates`
}

function found(problem: FileProblem): string {
  switch (problem) {
    case 'empty':
      return 'it is empty'
    case 'der':
      return 'it is DER, not PEM'
    case 'java-keystore':
      return 'it is a Java keystore, not PEM'
    case 'pkcs12':
      return 'it is PKCS #12, not PEM'
    case 'utf-16':
      return 'it is UTF-16 text'
    case 'certificate-unreadable':
      return 'what stands in it is damaged'
    default:
      return 'no certificate stands in it'
  }
}

function convert(path: string, problem: FileProblem): Phrase {
  switch (problem) {
    case 'der':
      return says`Convert it: "openssl x509 -inform der -in ${path} -out ca.pem", and name ca.pem.`
    case 'java-keystore':
      return says`Export the certificate: "keytool -exportcert -rfc -keystore ${path} -alias ALIAS -file ca.pem", and name ca.pem.`
    case 'pkcs12':
      return says`Export the certificates: "openssl pkcs12 -in ${path} -cacerts -nokeys -out ca.pem", and name ca.pem.`
    case 'utf-16':
      return says`Write it as plain text, from PowerShell: "Get-Content ${path} | Set-Content -Encoding ascii ca.pem", and name ca.pem. The > of Windows PowerShell makes UTF-16 of everything.`
    default:
      return says`Put the certificate of the server's authority into it, as PEM ("-----BEGIN CERTIFICATE-----"); "openssl x509 -in ${path} -noout -subject" must print its name.`
  }
}
