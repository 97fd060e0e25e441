import { absent, cite, defineCause, listed, says, seenBy, together, unknown } from '@mongowhy/core'
import type {
  Ask,
  Cause,
  Certainty,
  Citation,
  Endpoint,
  Evidence,
  FileProblem,
  Inference,
  Phrase,
} from '@mongowhy/core'

import { certificateAlerts, endAfterFlight } from '../kit/client-certificate.ts'
import type { EndAfterFlight } from '../kit/client-certificate.ts'
import { ask } from '../kit/evidence.ts'
import { answeredIn, notYetAsked, overHandshakes } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly alert: number | null
  readonly fileProblem: FileProblem | null
  readonly proven: boolean
  readonly acceptable: readonly string[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-client-certificate-rejected',
  title: 'The server rejects the client certificate',
  scope: 'endpoint',
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise: (facts) => ({
    title: says`${facts.endpoint} rejects the client certificate of this connection string`,
    explanation: together(why(facts), ...issuers(facts.acceptable)),
    steps: [
      ...firstStep(facts),
      says`Check the certificate in the file that tlsCertificateKeyFile names: "openssl x509 -in client.pem -noout -subject -issuer -dates -purpose"; it must be in date, usable as SSL client, and followed in the file by its intermediates.`,
      says`On the server: net.tls.CAFile must hold the authority that issued it (net.tls.clusterCAFile is for members), and net.tls.CRLFile must not list it.`,
    ],
    operator: [
      says`\`net.tls.CAFile\` of ${facts.endpoint}: that it holds the authority of the client's certificate, with its intermediates.`,
      says`\`net.tls.CRLFile\`: that it does not list the certificate, and is itself in date.`,
      says`The log of mongod at that time: "SSL peer certificate validation failed", with the reason.`,
    ],
    ...(facts.alert !== null || facts.proven
      ? {}
      : {
          confirm: says`The server's log at this moment names the reason ("SSL peer certificate validation failed").`,
        }),
  }),
})

function why({ alert, fileProblem, proven }: Facts): Phrase {
  if (alert !== null) {
    const meaning = meanings.get(alert)
    return meaning === undefined
      ? says`Our certificate was sent, and the server answered it with alert ${alert}.`
      : says`Our certificate was sent, and the server answered it with alert ${alert}: ${meaning}.`
  }
  const own = fileProblem === null ? null : (problems.get(fileProblem) ?? null)
  if (proven) {
    return says`With our certificate the server ends the connection after the handshake; without it, it goes on. So it is the certificate that it rejects.`
  }
  return own === null
    ? says`Our certificate was sent, and the server ended the connection after the handshake without a word, which is how mongod treats a client certificate that it rejects. A server that shuts down or has too many connections may do the same.`
    : says`Our certificate was sent, and the server ended the connection after the handshake without a word. The certificate ${own}, which a server rejects.`
}

const meanings: ReadonlyMap<number, string> = new Map([
  [42, 'the certificate is bad: damaged, or not what the server wants'],
  [43, 'the certificate is of a kind that it does not take (its purpose, or its key)'],
  [44, 'the certificate was revoked'],
  [45, 'the certificate has expired, or is not valid yet'],
  [46, 'something about the certificate is not acceptable'],
  [48, 'it does not know the authority that issued the certificate'],
  [49, 'the certificate is valid, but its holder is not let in'],
  [51, 'the signature made with our key does not fit the certificate'],
])

const problems: ReadonlyMap<FileProblem, string> = new Map([
  ['client-certificate-expired', 'has expired'],
  ['client-certificate-not-yet-valid', 'is not valid yet'],
  ['client-certificate-purpose', 'is not meant for clients'],
])

function firstStep({ alert, fileProblem }: Facts): readonly Phrase[] {
  if (alert === 48)
    return [
      says`Use a certificate issued by an authority that the server knows, and send its intermediates along.`,
    ]
  if (alert === 45 || fileProblem === 'client-certificate-expired')
    return [says`Have the client certificate renewed.`]
  if (alert === 43 || fileProblem === 'client-certificate-purpose') {
    return [
      says`Have it issued anew with the extended key usage clientAuth; public authorities no longer put that into server certificates.`,
    ]
  }
  return []
}

function issuers(acceptable: readonly string[]): readonly Phrase[] {
  return acceptable.length === 0
    ? []
    : [says`It accepts certificates issued by`, listed(acceptable.slice(0, 5)), says`.`]
}

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { address, clientCertificate } = look.saw
  const endpoint = look.ask.endpoint ?? ''
  if (!clientCertificate.sent) return absent(cite(look, says`no client certificate was sent to ${endpoint}`))
  const reply = answeredIn(evidence, look.ask.endpoint, 'tls', address)
  if (reply !== undefined) return absent(cite(reply, says`${endpoint} answered after our client certificate`))
  const end = endAfterFlight(look)
  if (end === null || (end.is === 'alert' && !certificateAlerts.includes(end.number))) return unknown()
  const without = withoutCertificate(look)
  if (end.is !== 'alert') {
    const open = notYetAsked(evidence, without)
    if (open.length > 0) return unknown(...open)
  }
  const proof = end.is === 'alert' ? undefined : goesOnWithout(evidence, look)
  const file = fileProblem(evidence)
  return {
    is: 'present',
    certainty: certaintyOf(end, proof !== undefined),
    bearing: 'fault',
    facts: {
      endpoint,
      alert: end.is === 'alert' ? end.number : null,
      fileProblem: file?.problem ?? null,
      proven: proof !== undefined,
      acceptable: clientCertificate.acceptableIssuers,
    },
    because: [
      end.says,
      ...(proof === undefined ? [] : [cite(proof, says`without our certificate it went on`)]),
      ...(file === null ? [] : [file.says]),
    ],
  }
}

function certaintyOf(end: EndAfterFlight, proven: boolean): Certainty {
  if (proven) return 'certain'
  // These alerts speak of the peer's certificate and of nothing else; 40 and 51 have other uses too.
  return end.is === 'alert' && ![40, 51].includes(end.number) ? 'certain' : 'likely'
}

function withoutCertificate(look: HandshakeLook): Ask {
  const { address } = look.saw
  return ask('tls.handshake', look.ask.endpoint, { address, withoutClientCertificate: true })
}

function goesOnWithout(evidence: Evidence, look: HandshakeLook): HandshakeLook | undefined {
  return seenBy(evidence, 'tls.handshake', look.ask.endpoint).find(
    ({ saw, ask: { vary } }) =>
      vary.withoutClientCertificate === true &&
      saw.address === look.saw.address &&
      saw.afterSecure === 'open',
  )
}

function fileProblem(evidence: Evidence): { readonly problem: FileProblem; readonly says: Citation } | null {
  for (const look of seenBy(evidence, 'env.file')) {
    const { option, path, outcome } = look.saw
    if (option !== 'tlsCertificateKeyFile' || outcome.is !== 'unfit') continue
    const words = problems.get(outcome.problem)
    if (words !== undefined) {
      return { problem: outcome.problem, says: cite(look, says`the certificate in ${path} ${words}`) }
    }
  }
  return null
}
