import { absent, cite, defineCause, listed, says, together, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference, Phrase } from '@mongowhy/core'

import {
  notYetAsked,
  overHandshakes,
  refusalBeforeCertificate,
  spokeTls,
  widestAnswer,
  widestHello,
} from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly offered: readonly string[]
  /** The version that the server speaks; null when it would not say. */
  readonly speaks: string | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-version-mismatch',
  title: 'Client and server have no TLS version in common',
  scope: 'endpoint',
  refines: ['tls-refused-before-certificate', 'tls-no-common-cipher'],
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise: ({ endpoint, offered, speaks }) => ({
    title:
      speaks === null
        ? says`${endpoint} does not accept the TLS versions that this client offers`
        : says`${endpoint} speaks only ${speaks}, which this client does not offer`,
    explanation: together(
      says`This client offers`,
      listed(offered),
      speaks === null
        ? says`; the server refuses with the alert for an unsupported version, before it shows a certificate.`
        : says`; the server takes ${speaks}${outdated.includes(speaks) ? ' at most' : ''}. It was seen by offering it, in a handshake that carried no credentials.`,
    ),
    steps: [
      ...(speaks !== null && !outdated.includes(speaks) ? [ownLimit] : []),
      speaks === null
        ? says`Find out which TLS versions the server takes: its net.tls.disabledProtocols, its TLS library and its age, or the settings of the balancer before it.`
        : !outdated.includes(speaks)
          ? says`If the limit is meant: let the server speak what this client may, TLS 1.2 and 1.3 both.`
          : says`Bring the server to TLS 1.2 or later: a MongoDB of version 4.0 or later on a system with OpenSSL 1.0.1 or later, without TLS1_2 in net.tls.disabledProtocols; for a balancer or tunnel, its lowest and highest version.`,
      ...(speaks === null || outdated.includes(speaks) ? [ownLimit] : []),
      ...(speaks === null || outdated.includes(speaks)
        ? [
            says`If other clients fail where this one works, they are too old: Atlas takes TLS 1.2 and later only.`,
          ]
        : []),
    ],
    operator: [
      says`\`net.tls.disabledProtocols\` in mongod.conf, and the TLS library that \`mongod --version\` names: TLS 1.2 and 1.3 both on.`,
      says`What ends TLS before ${endpoint}, if anything does: its lowest and highest version.`,
      says`The system's crypto policy (\`update-crypto-policies --show\`) and FIPS mode.`,
    ],
    ...(speaks === null
      ? {
          confirm: says`Run "openssl s_client -connect ${endpoint} -tls1_2", then with -tls1_3 and -tls1_1: the version that gets a certificate is the one that the server speaks.`,
        }
      : {}),
  }),
})

const ownLimit: Phrase = says`If this client is held to certain versions (secureProtocol, minVersion, maxVersion, --tls-min-v1.3 or --tls-max-v1.2 in NODE_OPTIONS, an OpenSSL configuration file), take that away.`

const outdated: readonly string[] = ['SSLv3', 'TLSv1', 'TLSv1.1']

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { saw } = look
  const endpoint = look.ask.endpoint ?? ''
  const chosen = saw.negotiated?.version ?? null
  const offered: readonly string[] = saw.offered
  const facts = { endpoint, offered }
  // Our own stack ends a handshake whose server hello picks a version that it did not offer.
  if (
    chosen !== null &&
    saw.outcome.is !== 'secure' &&
    outdated.includes(chosen) &&
    !offered.includes(chosen)
  ) {
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { ...facts, speaks: chosen },
      because: [cite(look, says`${endpoint} answered our hello with ${chosen}, which was not offered`)],
    }
  }
  if (spokeTls(saw)) return absent(cite(look, says`${endpoint} and this client agreed on a version`))
  const alert = refusalBeforeCertificate(saw)
  // A server that is too old may say 40, "nothing in common", as well as 70, "not this version".
  if (alert === undefined || ![70, 40, 71].includes(alert.number)) return unknown()
  const open = notYetAsked(evidence, widestHello(look))
  if (open.length > 0) return unknown(...open)
  const widest = widestAnswer(evidence, look)
  const refused = cite(
    look,
    says`${endpoint} answered a hello with ${offered.join(' and ')} with alert ${alert.number} (${alert.name})`,
  )
  const speaks = widest?.saw.negotiated?.version ?? null
  if (widest !== undefined && speaks !== null) {
    if (offered.includes(speaks)) {
      return absent(
        cite(widest, says`given more ciphers, ${endpoint} took ${speaks}, which was offered before`),
      )
    }
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { ...facts, speaks },
      because: [refused, cite(widest, says`offered every version, it took ${speaks}`)],
    }
  }
  if (alert.number !== 70) return unknown()
  return {
    is: 'present',
    // Refused whatever version is offered: then it may be something else that a handshake needs, keys or signatures.
    certainty: widest === undefined ? 'likely' : 'possible',
    bearing: 'fault',
    facts: { ...facts, speaks: null },
    because: [
      refused,
      ...(widest === undefined ? [] : [cite(widest, says`it refused every version from TLS 1.0 on as well`)]),
    ],
  }
}
