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
const early = {
  is: 'not-yet-valid',
  depth: 0,
  subject: 'CN=db.lab.test',
  notBefore: '2026-02-01T00:00:00.000Z',
} as const

export const cases: Cases = defineCases({
  code: 'tls-certificate-not-yet-valid',
  matching: [
    {
      name: 'a first day that lies ahead, by the server’s clock too',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([early]))
        .saw('wire.hello', at, overTls, helloSaw({ is: 'reply', hello: standaloneHello }, 'tls'))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the server’s clock says that it is valid: ours is behind',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([early]))
        .saw(
          'wire.hello',
          at,
          overTls,
          helloSaw(
            { is: 'reply', hello: { ...standaloneHello, localTime: '2026-06-01T00:00:00.000Z' } },
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
          machine({ now: '1970-01-01T00:10:00.000Z', plausible: false, reason: 'x' }),
        )
        .saw('tls.handshake', at, vary, defective([early]))
        .build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'expired',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([
            { is: 'expired', depth: 0, subject: 'CN=db.lab.test', notAfter: '2025-12-31T00:00:00.000Z' },
          ]),
        )
        .build(),
      at,
      is: 'absent',
      really: 'tls-certificate-expired',
    },
    {
      name: 'a chain that verifies, on a machine with an odd clock',
      evidence: towards()
        .saw(
          'env.host',
          null,
          {},
          machine({ now: '1970-01-01T00:10:00.000Z', plausible: false, reason: 'x' }),
        )
        .saw('tls.handshake', at, vary, secure)
        .build(),
      at,
      is: 'absent',
      really: 'env-clock-wrong',
    },
  ],
})
