import { cite, defineCause, says } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { bearingOf, defectsOf, hasCaFile, lacksIntermediate, overChains } from '../kit/chain.ts'
import type { JudgedChain } from '../kit/chain.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly issuer: string
  readonly url: string | null
  readonly caFileGiven: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-intermediate-missing',
  title: 'The server does not send its intermediate certificate',
  scope: 'endpoint',
  infer: (evidence, at) => overChains(evidence, at, (judged) => judge(evidence, judged)),
  advise: ({ endpoint, issuer, url, caFileGiven }) => ({
    title: says`${endpoint} sends its certificate without the intermediate that issued it: ${issuer}`,
    explanation: says`The server sent one certificate alone. Its issuer is not a root in this client's store but an intermediate, which the server has to send along. Browsers and some programs fetch or remember it, so they may connect where drivers cannot.`,
    steps: [
      says`On the server put the intermediate into the file that net.tls.certificateKeyFile names, below the server's own certificate (fullchain.pem, not cert.pem, of an ACME client), and restart it.`,
      ...(url === null ? [] : [says`The intermediate can be fetched from ${url}.`]),
      caFileGiven
        ? says`Until then, adding the intermediate to the file that tlsCAFile names helps this client alone.`
        : says`Until then, NODE_EXTRA_CA_CERTS=/path/to/intermediate.pem helps this client alone.`,
    ],
    confirm:
      url === null
        ? says`"openssl s_client -connect ${endpoint} -showcerts" shows a single certificate; with the issuer's certificate in a file, "openssl verify -untrusted intermediate.pem server.pem" says OK.`
        : says`Fetch ${url} and convert it to PEM ("openssl x509 -inform der"): "openssl verify -untrusted intermediate.pem server.pem" says OK (with -CAfile and the root, if it is a private one).`,
  }),
})

function judge(evidence: Evidence, judged: JudgedChain): Inference<Facts> | null {
  const { look, verification, chain } = judged
  const caFileGiven = hasCaFile(evidence)
  const defect = defectsOf(verification, 'unknown-issuer').find((each) =>
    lacksIntermediate(judged, each, caFileGiven),
  )
  if (defect === undefined) return null
  const endpoint = look.ask.endpoint ?? ''
  return {
    is: 'present',
    // Certain only once the issuer was fetched and the chain verified with it; we contact nobody but the target.
    certainty: 'likely',
    bearing: bearingOf(evidence, look),
    facts: { endpoint, issuer: defect.issuer, url: chain[0]?.caIssuers[0] ?? null, caFileGiven },
    because: [
      cite(
        look,
        says`${endpoint} sent 1 certificate; its issuer, ${defect.issuer}, was not sent and is not in the driver's store`,
      ),
    ],
  }
}
