import { cite, defineCause, says } from '@mongowhy/core'
import type { Cause, Endpoint } from '@mongowhy/core'

import { bearingOf, defectsOf, overChains } from '../kit/chain.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly subject: string
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-self-signed',
  title: 'The server’s certificate is self-signed',
  scope: 'endpoint',
  infer: (evidence, at) =>
    overChains(evidence, at, ({ look, verification }) => {
      const defect = defectsOf(verification, 'self-signed').find(({ depth }) => depth === 0)
      if (defect === undefined) return null
      const endpoint = look.ask.endpoint ?? ''
      return {
        is: 'present',
        certainty: 'certain',
        bearing: bearingOf(evidence, look),
        facts: { endpoint, subject: defect.subject },
        because: [
          cite(
            look,
            says`${endpoint} sent a certificate (${defect.subject}) that it signed itself, and the driver's store does not have it`,
          ),
        ],
      }
    }),
  advise: ({ endpoint, subject }) => ({
    title: says`The certificate of ${endpoint} is self-signed, and this client has no reason to trust it`,
    explanation: says`The certificate ${subject} was signed with its own key, so no authority vouches for it. It can be trusted only by having it beforehand.`,
    steps: [
      says`Copy the certificate (PEM, without its key) from the server, over a way that you trust such as ssh, and add tlsCAFile=/path/to/server.pem to the connection string. The connection stays verified.`,
      says`Better for more than one client: issue the server's certificate from an authority, your own or a public one, and give clients the authority's certificate.`,
    ],
    operator: [
      says`\`net.tls.certificateKeyFile\` of ${endpoint}: a certificate by an authority that clients can be given, for every member by the same one.`,
    ],
  }),
})
