import { cite, defineCause, says } from '@mongowhy/core'
import type { Cause, Certainty, Endpoint, Evidence, Inference, Phrase } from '@mongowhy/core'

import {
  bearingOf,
  defectsOf,
  hasCaFile,
  isNamesake,
  isPublicAuthority,
  lacksIntermediate,
  overChains,
  storeVerdict,
} from '../kit/chain.ts'
import type { DefectOf, JudgedChain } from '../kit/chain.ts'
import { isAtlasHost } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly authority: string
  readonly rootSent: boolean
  /** The store has an authority of that name, whose key is another. */
  readonly namesake: boolean
  readonly systemKnows: boolean
  readonly provider: 'atlas' | 'aws' | null
  readonly caFileGiven: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-private-ca',
  title: 'The certificate comes from an authority that the client does not know',
  scope: 'endpoint',
  infer: (evidence, at) => overChains(evidence, at, (judged) => judge(evidence, judged)),
  advise: (facts) => ({
    title: says`The certificate of ${facts.endpoint} comes from an authority that this client does not know: ${facts.authority}`,
    explanation: facts.systemKnows
      ? says`This machine's system store has that authority, so other programs trust the server. Node.js does not read the system store unless told to, and its built-in list of public authorities does not have it.`
      : facts.namesake
        ? says`A store of this client has an authority of that name; its key did not sign the server's certificate. So the authority was made anew at some time, and client and server hold different generations of it.`
        : facts.rootSent
          ? says`The server sent a whole chain up to the authority's own certificate, and that one is in no store that this client uses. So the chain is complete; what is missing is trust in its root.`
          : says`The issuer of the last certificate that the server sent is in no store that this client uses.`,
    steps: stepsFor(facts),
    ...(facts.provider === null
      ? {
          operator: [
            says`What clients are given to trust: the certificate (PEM) of ${facts.authority}, with its fingerprint, over a way that they trust.`,
            says`\`net.tls.certificateKeyFile\` of ${facts.endpoint}: whether that authority is the one that is meant.`,
          ],
        }
      : {}),
    confirm: says`With the authority's certificate in ca.pem: "openssl s_client -connect ${facts.endpoint} -CAfile ca.pem" ends with "Verify return code: 0 (ok)".`,
  }),
})

function judge(evidence: Evidence, judged: JudgedChain): Inference<Facts> | null {
  const { look, host, verification } = judged
  const caFileGiven = hasCaFile(evidence)
  const defect: Untrusted | undefined =
    defectsOf(verification, 'untrusted-root')[0] ??
    defectsOf(verification, 'unknown-issuer').find((each) => !lacksIntermediate(judged, each, caFileGiven)) ??
    verification.defects.find(isNamesake)
  // A chain that the built-in list of public authorities verifies is not a private one.
  if (defect === undefined || storeVerdict(look, 'bundled')?.trusted === true) return null
  const authority = authorityOf(defect, judged)
  const systemKnows = storeVerdict(look, 'system')?.trusted === true
  const provider = isAtlasHost(host) ? 'atlas' : /\.docdb\.amazonaws\.com$/i.test(host) ? 'aws' : null
  const endpoint = look.ask.endpoint ?? ''
  return {
    is: 'present',
    certainty: certaintyOf(authority, systemKnows, provider),
    bearing: bearingOf(evidence, look),
    facts: {
      endpoint,
      authority,
      rootSent: defect.is === 'untrusted-root',
      namesake: defect.is === 'bad-signature',
      systemKnows,
      provider,
      caFileGiven,
    },
    because: [
      cite(
        look,
        defect.is === 'bad-signature'
          ? says`${endpoint} sent a chain issued by ${authority}, and the key of the one that has that name in the driver's store did not sign it`
          : defect.is === 'untrusted-root'
            ? says`${endpoint} sent a chain of ${look.saw.chainLength} up to the root ${authority}, which is not among the ${verification.storeSize} authorities of the driver's store`
            : says`${endpoint} sent a chain of ${look.saw.chainLength} whose last issuer, ${authority}, is neither in it nor among the ${verification.storeSize} authorities of the driver's store`,
      ),
      ...(systemKnows ? [cite(look, says`against the system's store the same chain verifies`)] : []),
    ],
  }
}

type Untrusted = DefectOf<'untrusted-root'> | DefectOf<'unknown-issuer'> | DefectOf<'bad-signature'>

function authorityOf(defect: Untrusted, { chain }: JudgedChain): string {
  if (defect.is === 'unknown-issuer') return defect.issuer
  if (defect.is === 'untrusted-root') return defect.subject
  return chain.find(({ subject }) => subject === defect.subject)?.issuer ?? defect.subject
}

function certaintyOf(authority: string, systemKnows: boolean, provider: Facts['provider']): Certainty {
  if (systemKnows) return 'certain'
  // Atlas has public certificates only, and a public name should be in the store: then something on the way that signs
  // anew, or a store that is too old, is as probable.
  return provider === 'atlas' || isPublicAuthority(authority) ? 'possible' : 'likely'
}

function stepsFor({ systemKnows, provider, authority, caFileGiven }: Facts): readonly Phrase[] {
  switch (provider) {
    case 'atlas':
      return [
        says`Atlas uses public authorities only, so ${authority} is not Atlas: find out what stands between. A company proxy, a virus scanner or a VPN that opens TLS puts its own certificate in place of the server's.`,
        says`Ask its operator to leave MongoDB connections alone, or for its authority's certificate if it is meant to be there.`,
      ]
    case 'aws':
      return [
        says`Amazon DocumentDB has an authority of its own: download https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem and add tlsCAFile=/path/to/global-bundle.pem to the connection string.`,
      ]
    case null:
      return [
        ...(systemKnows
          ? [
              says`Let Node.js read the system store: NODE_OPTIONS=--use-system-ca (Node.js 22.15 or later), or NODE_EXTRA_CA_CERTS=/path/to/that-authority.pem.`,
            ]
          : []),
        caFileGiven
          ? says`Add the certificate of ${authority} to the file that tlsCAFile names; ask whoever runs the server for it.`
          : says`Get the authority's certificate (PEM) from whoever runs the server, over a way that you trust, and add tlsCAFile=/path/to/ca.pem to the connection string.`,
        says`If nobody there knows an authority of that name, something between may be opening TLS: do not trust it.`,
      ]
  }
}
