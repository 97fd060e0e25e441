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
import { advise } from './words.ts'
import type { Facts } from './words.ts'

export const cause: Cause = defineCause<Facts>({
  code: 'tls-no-common-cipher',
  title: 'Client and server have no cipher suite in common',
  scope: 'endpoint',
  refines: ['tls-refused-before-certificate'],
  experiments: [offerExperiment],
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise,
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
      facts: {
        endpoint,
        chose: `${took.version} ${took.cipher}`,
        lacking: 'suites',
        widestRefusedToo: false,
      },
      because: [refused, cite(widest, says`offered every cipher, it chose ${took.cipher}`)],
    }
  }
  const wanting = wantingIn(evidence, look.ask.endpoint)
  if (wanting !== null) {
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { endpoint, chose: wanting.chose, lacking: wanting.part, widestRefusedToo: true },
      because: [refused, wanting.says],
    }
  }
  return {
    is: 'present',
    // The alert's own meaning; weaker once a hello with everything was refused as well.
    certainty: widest === undefined ? 'likely' : 'possible',
    bearing: 'fault',
    facts: { endpoint, chose: null, lacking: null, widestRefusedToo: widest !== undefined },
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
