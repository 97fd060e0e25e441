import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { alertOf, alerted, caseAddress, caseEndpoint, endedEarly, secure, towards } from '../kit/tls-case.ts'
import { widestCiphers } from '../kit/tls.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const widest = {
  address: caseAddress,
  minVersion: 'TLSv1',
  maxVersion: 'TLSv1.3',
  ciphers: widestCiphers,
} as const
const camellia = {
  ...secure,
  negotiated: { version: 'TLSv1.2', cipher: 'ECDHE-ECDSA-CAMELLIA256-SHA384' },
} as const

export const cases: Cases = defineCases({
  code: 'tls-no-common-cipher',
  matching: [
    {
      name: 'alert 40, and a cipher once every one is offered',
      evidence: towards()
        .saw('tls.handshake', at, vary, alerted(40))
        .saw('tls.handshake', at, widest, camellia)
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a Diffie-Hellman key that our library finds too small',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          endedEarly(
            { is: 'local-failure', code: 'ERR_SSL_DH_KEY_TOO_SMALL', reason: 'dh key too small' },
            {
              negotiated: { version: 'TLSv1.2', cipher: 'DHE-RSA-AES256-GCM-SHA384' },
              chain: secure.chain,
              chainLength: 1,
              bytesRead: 2_000,
            },
          ),
        )
        .saw('tls.handshake', at, widest, {
          ...secure,
          negotiated: { version: 'TLSv1.2', cipher: 'DHE-RSA-AES256-GCM-SHA384' },
        })
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'alert 40, and no time left to offer more',
      evidence: towards()
        .saw('tls.handshake', at, vary, alerted(40))
        .skipped('tls.handshake', at, widest, 'time-out')
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'alert 40 to everything that we have',
      evidence: towards()
        .saw('tls.handshake', at, vary, alerted(40))
        .saw('tls.handshake', at, widest, alerted(40))
        .build(),
      at,
      certainty: 'possible',
    },
  ],
  lookAlikes: [
    {
      name: 'alert 40 after our flight, when the server asked for a client certificate',
      evidence: towards()
        .saw('tls.handshake', at, vary, {
          ...secure,
          outcome: { is: 'alert' },
          alerts: [alertOf(40, 'after-client-flight')],
          clientCertificate: { requested: true, sent: false, acceptableIssuers: [] },
          afterSecure: 'not-reached',
        })
        .build(),
      at,
      is: 'absent',
      really: 'tls-client-certificate-required',
    },
    {
      name: 'alert 40 of a server that turns out to be too old',
      evidence: towards()
        .saw('tls.handshake', at, vary, alerted(40))
        .saw('tls.handshake', at, widest, {
          ...secure,
          negotiated: { version: 'TLSv1', cipher: 'ECDHE-ECDSA-AES256-SHA' },
        })
        .build(),
      at,
      is: 'absent',
      really: 'tls-version-mismatch',
    },
    {
      name: 'alert 40, and more not offered yet',
      evidence: towards().saw('tls.handshake', at, vary, alerted(40)).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'alert 80',
      evidence: towards().saw('tls.handshake', at, vary, alerted(80)).build(),
      at,
      is: 'unknown',
      really: 'tls-refused-before-certificate',
    },
  ],
})
