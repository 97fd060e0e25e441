import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence, Inference, TlsSighting } from '@mongowhy/core'

import { offerExperiment, wantingIn } from '../kit/experiments/offer.ts'
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
  /** What the server chose once everything was offered; null when it would not say. */
  readonly chose: string | null
  readonly widestRefusedToo: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-no-common-cipher',
  title: 'Client and server have no cipher suite in common',
  scope: 'endpoint',
  refines: ['tls-refused-before-certificate'],
  experiments: [offerExperiment],
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise: ({ endpoint, chose, widestRefusedToo }) => ({
    title:
      chose === null
        ? says`${endpoint} finds nothing that it accepts in this client's TLS offer`
        : says`${endpoint} accepts only TLS parameters that this client does not offer by default (${chose})`,
    explanation:
      chose === null
        ? widestRefusedToo
          ? says`The server refuses our first TLS message with the alert for "nothing in common", and refuses every cipher and version that our library has as well. It may want a cipher, a curve or a signature that is missing here; or it may use this alert to turn away addresses or names.`
          : says`The server refuses our first TLS message, before it shows a certificate, with the alert for "nothing in common" in ciphers, curves or signatures.`
        : says`The server refuses this client's usual offer with the alert for "nothing in common", and accepts a wider one: it chose ${chose}. The offer is the only thing that differed.`,
    steps: [
      says`On the server (or the balancer before it) allow current suites, ECDHE with AES-GCM say: for mongod see opensslCipherConfig in setParameter, and the system's crypto policy or FIPS mode.`,
      says`On the client remove a narrowed list: the option ciphers, --tls-cipher-list in NODE_OPTIONS, an OpenSSL configuration file, FIPS mode, or an OpenSSL security level that refuses the server's keys.`,
    ],
    operator: [
      says`\`opensslCipherConfig\` and \`opensslCipherSuiteConfig\` in setParameter of ${endpoint}.`,
      says`The system's crypto policy (\`update-crypto-policies --show\`), FIPS mode, and the list of suites of a balancer before it.`,
      says`The key of the certificate: suites for RSA alone do not serve a key of an elliptic curve, nor the other way round.`,
    ],
    ...(chose === null
      ? {
          confirm: says`Compare with the server's own list: "openssl s_client -connect ${endpoint} -cipher ALL:@SECLEVEL=0" here, and "nmap --script ssl-enum-ciphers" or testssl.sh from a machine that may connect.`,
        }
      : {}),
  }),
})

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { saw } = look
  const endpoint = look.ask.endpoint ?? ''
  const refused = citeRefusal(look, saw, endpoint)
  if (refused === null) {
    return spokeTls(saw)
      ? absent(cite(look, says`${endpoint} and this client agreed on a cipher`))
      : unknown()
  }
  const open = notYetAsked(evidence, widestHello(look))
  if (open.length > 0) return unknown(...open)
  const widest = widestAnswer(evidence, look)
  const took = widest?.saw.negotiated ?? null
  if (widest !== undefined && took !== null && widest.saw.outcome.is !== 'local-failure') {
    const offered: readonly string[] = saw.offered
    if (!offered.includes(took.version)) {
      return absent(cite(widest, says`${endpoint} takes ${took.version} at most, which was not offered`))
    }
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { endpoint, chose: `${took.version} ${took.cipher}`, widestRefusedToo: false },
      because: [refused, cite(widest, says`offered every cipher, it chose ${took.cipher}`)],
    }
  }
  const wanting = wantingIn(evidence, look.ask.endpoint)
  if (wanting !== null) {
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { endpoint, chose: `${wanting.chose}, once offered ${wanting.part}`, widestRefusedToo: true },
      because: [refused, wanting.says],
    }
  }
  return {
    is: 'present',
    // The alert's own meaning; weaker once a hello with everything was refused as well.
    certainty: widest === undefined ? 'likely' : 'possible',
    bearing: 'fault',
    facts: { endpoint, chose: null, widestRefusedToo: widest !== undefined },
    because: [
      refused,
      ...(widest === undefined ? [] : [cite(widest, says`a hello with every cipher was refused as well`)]),
    ],
  }
}

/** Failures of our own stack over what the server chose: keys or curves below its security level. */
const unfit = [
  'ERR_SSL_DH_KEY_TOO_SMALL',
  'ERR_SSL_WRONG_CIPHER_RETURNED',
  'ERR_SSL_WRONG_CURVE',
  'ERR_SSL_UNSUPPORTED_ELLIPTIC_CURVE',
  'ERR_SSL_WRONG_SIGNATURE_TYPE',
]

function citeRefusal(look: HandshakeLook, saw: TlsSighting, endpoint: Endpoint): Citation | null {
  const alert = refusalBeforeCertificate(saw)
  if (alert !== undefined && (alert.number === 40 || alert.number === 71)) {
    return cite(
      look,
      says`${endpoint} answered our TLS hello with alert ${alert.number} (${alert.name}), before its certificate`,
    )
  }
  if (saw.outcome.is === 'local-failure' && unfit.includes(saw.outcome.code)) {
    return cite(look, says`our TLS library refused what ${endpoint} chose: ${saw.outcome.code}`)
  }
  return null
}
