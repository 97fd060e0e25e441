import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { alerted, alertOf, caseAddress, caseEndpoint, endedEarly, secure, towards } from '../kit/tls-case.ts'
import { widestCiphers } from '../kit/tls.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const widest = {
  address: caseAddress,
  minVersion: 'TLSv1',
  maxVersion: 'TLSv1.3',
  ciphers: widestCiphers,
} as const
const old = {
  ...secure,
  outcome: { is: 'secure', version: 'TLSv1.1', cipher: 'ECDHE-ECDSA-AES256-SHA', alpn: null },
  negotiated: { version: 'TLSv1.1', cipher: 'ECDHE-ECDSA-AES256-SHA' },
} as const

export const cases: Cases = defineCases({
  code: 'tls-version-mismatch',
  matching: [
    {
      name: 'alert 70, and TLS 1.1 when it is offered',
      evidence: towards()
        .saw('tls.handshake', at, vary, alerted(70))
        .saw('tls.handshake', at, widest, old)
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'alert 40 of an old server, and TLS 1.1 when it is offered',
      evidence: towards()
        .saw('tls.handshake', at, vary, alerted(40))
        .saw('tls.handshake', at, widest, old)
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a server hello with a version that was not offered',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          endedEarly(
            { is: 'local-failure', code: 'ERR_SSL_UNSUPPORTED_PROTOCOL', reason: 'unsupported protocol' },
            {
              negotiated: { version: 'TLSv1', cipher: 'AES256-SHA' },
              bytesRead: 1_000,
              alerts: [alertOf(70, 'after-server-hello', 'sent')],
            },
          ),
        )
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'alert 70 to every version',
      evidence: towards()
        .saw('tls.handshake', at, vary, alerted(70))
        .saw('tls.handshake', at, widest, alerted(70))
        .build(),
      at,
      certainty: 'possible',
    },
    {
      name: 'alert 70, and no time left to offer more',
      evidence: towards()
        .saw('tls.handshake', at, vary, alerted(70))
        .skipped('tls.handshake', at, widest, 'time-out')
        .build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'alert 70, and more not offered yet',
      evidence: towards().saw('tls.handshake', at, vary, alerted(70)).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'alert 40, and TLS 1.2 with a wider list',
      evidence: towards()
        .saw('tls.handshake', at, vary, alerted(40))
        .saw('tls.handshake', at, widest, {
          ...secure,
          negotiated: { version: 'TLSv1.2', cipher: 'ECDHE-ECDSA-CAMELLIA256-SHA384' },
        })
        .build(),
      at,
      is: 'absent',
      really: 'tls-no-common-cipher',
    },
    {
      name: 'alert 70 that our own stack sent',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          endedEarly(
            { is: 'local-failure', code: 'ERR_SSL_NO_PROTOCOLS_AVAILABLE', reason: 'no protocols available' },
            { alerts: [alertOf(70, 'before-server-hello', 'sent')] },
          ),
        )
        .build(),
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
    {
      name: 'a handshake that succeeded',
      evidence: towards().saw('tls.handshake', at, vary, secure).build(),
      at,
      is: 'absent',
    },
  ],
})
