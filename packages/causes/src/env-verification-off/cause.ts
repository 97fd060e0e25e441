import { absent, cite, defineCause, firstSeen, listed, says, seenBy, together, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence } from '@mongowhy/core'

import { citeTlsOption, wantsTls } from '../kit/tls.ts'

interface Facts {
  /** Peers that only programs without verification get through to. */
  readonly unverified: readonly Endpoint[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'env-verification-off',
  title: 'The environment switches the verification of certificates off',
  scope: 'target',
  infer(evidence) {
    const machine = firstSeen(evidence, 'env.host')
    const wanted = wantsTls(evidence)
    if (machine === undefined || wanted === undefined) return unknown()
    if (!wanted) return absent(...citeTlsOption(evidence))
    if (machine.saw.verificationOff !== true) {
      return absent(cite(machine, says`NODE_TLS_REJECT_UNAUTHORIZED is not 0 in this environment`))
    }
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'advisory',
      facts: { unverified: unverified(evidence) },
      because: [cite(machine, says`NODE_TLS_REJECT_UNAUTHORIZED is 0 in this environment`)],
    }
  },
  advise: ({ unverified: peers }) => ({
    title: says`NODE_TLS_REJECT_UNAUTHORIZED=0 is set here: Node.js programs of this environment take any certificate for the right one`,
    explanation: together(
      says`Node.js reads the variable at every TLS connection. With 0 a program encrypts, and sends its password to whoever answers; the variable concerns all that the program connects to, not MongoDB alone. mongowhy verifies all the same.`,
      peers.length === 0 ? says`` : says`Here that hides a fault: the certificate of`,
      ...(peers.length === 0
        ? []
        : [
            listed(peers.slice(0, 5)),
            says`is not accepted. A program that connects nevertheless does so because of the variable, and one without it fails.`,
          ]),
    ),
    steps: [
      says`Take the variable out of the environment (shell profile, .env, Dockerfile, unit file), and start the programs anew.`,
      peers.length === 0
        ? says`Nothing is lost for this target: its certificate is accepted without it.`
        : says`First mend what the certificate lacks; where its authority is a private one, that is tlsCAFile=/path/to/ca.pem in the connection string.`,
    ],
  }),
})

/** Peers whose certificate neither we nor the runtime would accept. */
function unverified(evidence: Evidence): readonly Endpoint[] {
  const refused = seenBy(evidence, 'tls.handshake').filter(({ saw: { verifications } }) =>
    verifications.some(({ store, trusted }) => store === 'driver' && !trusted),
  )
  return [...new Set(refused.flatMap(({ ask }) => ask.endpoint ?? []))]
}
