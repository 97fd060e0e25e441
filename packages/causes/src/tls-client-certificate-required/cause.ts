import { absent, cite, defineCause, listed, says, together, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference, Phrase } from '@mongowhy/core'

import { certificateAlerts, endAfterFlight } from '../kit/client-certificate.ts'
import { effective } from '../kit/deployment.ts'
import { answeredIn, overHandshakes } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly how: 'alert' | 'ended'
  readonly acceptable: readonly string[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-client-certificate-required',
  title: 'The server wants a client certificate, and none was sent',
  scope: 'endpoint',
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise: ({ endpoint, how, acceptable }) => ({
    title: says`${endpoint} wants a client certificate, and the connection string gives none`,
    explanation: together(
      how === 'alert'
        ? says`The server showed its certificate, asked for ours, got none, and refused with an alert that means just that.`
        : says`The server showed its certificate, asked for ours, got none, and ended the connection without a word, which is how mongod treats a client without a certificate. Other reasons to hang up at this moment are rare.`,
      ...issuers(acceptable),
    ),
    steps: [
      says`Get a client certificate with its key from whoever runs the server, both in one PEM file, and add tlsCertificateKeyFile=/path/to/client.pem to the connection string (with tlsCertificateKeyFilePassword if the key is encrypted).`,
      says`If clients are not meant to need one: on the server, net.tls.allowConnectionsWithoutCertificates: true, and the same for a balancer that ends TLS.`,
    ],
    operator: [
      says`\`net.tls.allowConnectionsWithoutCertificates\` in mongod.conf of ${endpoint}: whether clients are meant to need a certificate.`,
      says`\`net.tls.CAFile\`: the authority that issues certificates to clients, and who hands them out.`,
    ],
    ...(how === 'alert'
      ? {}
      : {
          confirm: says`The server's log at this moment says "No SSL certificate provided by peer; connection rejected".`,
        }),
  }),
})

function issuers(acceptable: readonly string[]): readonly Phrase[] {
  return acceptable.length === 0
    ? []
    : [says`It accepts certificates issued by`, listed(acceptable.slice(0, 5)), says`.`]
}

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { address, clientCertificate } = look.saw
  const endpoint = look.ask.endpoint ?? ''
  const reply = answeredIn(evidence, look.ask.endpoint, 'tls', address)
  if (reply !== undefined) return absent(cite(reply, says`${endpoint} answered without a client certificate`))
  if (clientCertificate.sent) return absent(cite(look, says`a client certificate was sent to ${endpoint}`))
  const end = endAfterFlight(look)
  if (end === null) return unknown()
  // A file was given and nothing was sent: then the file is what is wrong, and the server's answer follows from it.
  if ((effective(evidence)?.tlsCertificateKeyFile ?? null) !== null) return unknown()
  const isAlert = end.is === 'alert'
  // mongod always asks for a certificate, so being asked means nothing; being turned away after giving none does.
  if (!clientCertificate.requested && !(isAlert && end.number === 116)) {
    return absent(cite(look, says`${endpoint} did not ask for a client certificate`))
  }
  if (isAlert && !certificateAlerts.includes(end.number)) return unknown()
  return {
    is: 'present',
    certainty: isAlert ? 'certain' : 'likely',
    bearing: 'fault',
    facts: { endpoint, how: isAlert ? 'alert' : 'ended', acceptable: clientCertificate.acceptableIssuers },
    because: [end.says, cite(look, says`it had asked for a client certificate, and none was sent`)],
  }
}
