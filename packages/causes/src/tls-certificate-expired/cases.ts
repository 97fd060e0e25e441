import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  caseAddress,
  caseEndpoint,
  defective,
  helloSaw,
  machine,
  secure,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const overTls = { address: caseAddress, transport: 'tls' } as const
const expired = {
  is: 'expired',
  depth: 0,
  subject: 'CN=db.lab.test',
  notAfter: '2025-12-31T00:00:00.000Z',
} as const

export const cases: Cases = defineCases({
  code: 'tls-certificate-expired',
  matching: [
    {
      name: 'a leaf that expired yesterday, by the server’s clock too',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([expired]))
        .saw('wire.hello', at, overTls, helloSaw({ is: 'reply', hello: standaloneHello }, 'tls'))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'an intermediate that expired, beside a wrong name',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([
            { is: 'name-mismatch', depth: 0, subject: 'CN=x', wanted: 'db.lab.test', names: ['x'] },
            { ...expired, depth: 1, subject: 'CN=Lab intermediate' },
          ]),
        )
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the server’s clock says that it is still valid',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([expired]))
        .saw(
          'wire.hello',
          at,
          overTls,
          helloSaw(
            { is: 'reply', hello: { ...standaloneHello, localTime: '2025-11-01T00:00:00.000Z' } },
            'tls',
          ),
        )
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'a clock of this machine that cannot be right',
      evidence: towards()
        .saw(
          'env.host',
          null,
          {},
          machine({ now: '2099-01-01T00:00:00.000Z', plausible: false, reason: 'x' }),
        )
        .saw('tls.handshake', at, vary, defective([expired]))
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'expired, where any certificate is accepted by request',
      evidence: towards(undefined, { tlsAllowInvalidCertificates: true })
        .saw('tls.handshake', at, vary, defective([expired]))
        .build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'not valid yet',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([
            {
              is: 'not-yet-valid',
              depth: 0,
              subject: 'CN=db.lab.test',
              notBefore: '2026-02-01T00:00:00.000Z',
            },
          ]),
        )
        .build(),
      at,
      is: 'absent',
      really: 'tls-certificate-not-yet-valid',
    },
    {
      name: 'a chain that verifies',
      evidence: towards().saw('tls.handshake', at, vary, secure).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a target without TLS',
      evidence: towards(undefined, { tls: false })
        .saw('tls.handshake', at, vary, defective([expired]))
        .build(),
      at,
      is: 'absent',
      really: 'tls-client-is-plain',
    },
  ],
})
