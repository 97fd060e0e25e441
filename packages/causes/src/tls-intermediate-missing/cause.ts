import { absent, cite, defineCause, says, seenBy } from '@mongowhy/core'
import type {
  AiaSighting,
  Cause,
  Endpoint,
  Evidence,
  Inference,
  Phrase,
  SeenLook,
  Verification,
} from '@mongowhy/core'

import { bearingOf, defectsOf, hasCaFile, lacksIntermediate, overChains } from '../kit/chain.ts'
import type { JudgedChain } from '../kit/chain.ts'
import { ask } from '../kit/evidence.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly issuer: string
  readonly url: string | null
  readonly caFileGiven: boolean
  /** The issuer was fetched, and the chain verifies with it. */
  readonly fetched: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-intermediate-missing',
  title: 'The server does not send its intermediate certificate',
  scope: 'endpoint',
  infer: (evidence, at) => overChains(evidence, at, (judged) => judge(evidence, judged)),
  remedy: ({ url, fetched }) => (url === null || !fetched ? null : { change: 'issuer', url }),
  advise: ({ endpoint, issuer, url, caFileGiven, fetched }) => ({
    title: says`${endpoint} sends its certificate without the intermediate that issued it: ${issuer}`,
    explanation: says`The server sent one certificate alone. Its issuer is not a root in this client's store but an intermediate, which the server has to send along. Browsers and some programs fetch or remember it, so they may connect where drivers cannot.`,
    steps: [
      says`On the server put the intermediate into the file that net.tls.certificateKeyFile names, below the server's own certificate (fullchain.pem, not cert.pem, of an ACME client), and restart it.`,
      ...(url === null ? [] : [says`The intermediate can be fetched from ${url}.`]),
      caFileGiven
        ? says`Until then, adding the intermediate to the file that tlsCAFile names helps this client alone.`
        : says`Until then, NODE_EXTRA_CA_CERTS=/path/to/intermediate.pem helps this client alone.`,
    ],
    operator: [
      says`\`net.tls.certificateKeyFile\` of ${endpoint}: leaf, key and the intermediate ${issuer}, in one file; the same for every member.`,
      says`What ends TLS before the server, if anything does: the chain in its certificate bundle.`,
      says`What renews the certificate: that it installs \`fullchain.pem\`, not \`cert.pem\`.`,
    ],
    ...(fetched ? {} : { confirm: confirmation(endpoint, url) }),
  }),
})

function confirmation(endpoint: Endpoint, url: string | null): Phrase {
  return url === null
    ? says`"openssl s_client -connect ${endpoint} -showcerts" shows a single certificate; with the issuer's certificate in a file, "openssl verify -untrusted intermediate.pem server.pem" says OK.`
    : says`Run mongowhy with --prove: it fetches ${url} and tries the chain with it. By hand: fetch it, convert it to PEM ("openssl x509 -inform der"), and "openssl verify -untrusted intermediate.pem server.pem" says OK (with -CAfile and the root, if it is a private one).`
}

function judge(evidence: Evidence, judged: JudgedChain): Inference<Facts> | null {
  const { look, verification, chain } = judged
  const caFileGiven = hasCaFile(evidence)
  const defect = defectsOf(verification, 'unknown-issuer').find((each) =>
    lacksIntermediate(judged, each, caFileGiven),
  )
  if (defect === undefined) return null
  const endpoint = look.ask.endpoint ?? ''
  const url = chain[0]?.caIssuers.find((each) => each.startsWith('http:')) ?? null
  const issuer = url === null ? undefined : fetchedFrom(evidence, endpoint, url)
  const sent = cite(
    look,
    says`${endpoint} sent 1 certificate; its issuer, ${defect.issuer}, was not sent and is not in the driver's store`,
  )
  if (
    issuer?.outcome.isIssuer === true &&
    issuer.outcome.certificate.subject === issuer.outcome.certificate.issuer
  ) {
    return absent(
      cite(issuer.look, says`the issuer was fetched and is a root: nothing stands between it and the server`),
    )
  }
  const completes = issuer?.outcome.isIssuer === true && isTrusted(issuer.outcome.verifications)
  return {
    is: 'present',
    certainty: completes ? 'certain' : 'likely',
    bearing: bearingOf(evidence, look),
    facts: { endpoint, issuer: defect.issuer, url, caFileGiven, fetched: completes },
    because:
      completes && issuer !== undefined
        ? [
            sent,
            cite(
              issuer.look,
              says`with the issuer's certificate, fetched from ${url ?? ''}, the chain verifies`,
            ),
          ]
        : [sent],
    missing: url === null ? [] : [ask('tls.aia', endpoint, { url })],
  }
}

function fetchedFrom(
  evidence: Evidence,
  at: Endpoint,
  url: string,
): { readonly look: SeenLook<'tls.aia'>; readonly outcome: Fetched } | undefined {
  for (const look of seenBy(evidence, 'tls.aia', at)) {
    const { outcome } = look.saw
    if (look.saw.url === url && outcome.is === 'fetched') return { look, outcome }
  }
  return undefined
}

type Fetched = Extract<AiaSighting['outcome'], { readonly is: 'fetched' }>

function isTrusted(verifications: readonly Verification[]): boolean {
  return verifications.some(({ store, trusted }) => store === 'driver' && trusted)
}
