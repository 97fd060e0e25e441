import type { HelloAnswerSighting, TlsSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { evidence } from '../kit/evidence.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { shortAnswer } from '../kit/experiments/hello-size.ts'
import { dialled, open } from '../kit/net-case.ts'
import { caseAddress, caseEndpoint, caseHost, endedEarly, secure, towards } from '../kit/tls-case.ts'

const silence: HelloAnswerSighting['outcome'] = { is: 'silent' }
const alert: HelloAnswerSighting['outcome'] = {
  is: 'alert',
  alert: { number: 40, name: 'handshake_failure', level: 'fatal' },
}
const serverHello: HelloAnswerSighting['outcome'] = {
  is: 'server-hello',
  version: 'TLSv1.3',
  cipher: 0x1302,
  cipherName: 'TLS_AES_256_GCM_SHA384',
  group: 0x1d,
  retry: false,
}

function shaken(saw: TlsSighting): EvidenceBuilder {
  return dialled(towards(caseHost), caseEndpoint, caseAddress, open).saw(
    'tls.handshake',
    caseEndpoint,
    { address: caseAddress },
    saw,
  )
}

function sent(bytes: number): TlsSighting {
  return endedEarly(
    { is: 'silent' },
    { records: [{ direction: 'sent', at: 0, bytes, holds: ['client_hello'] }] },
  )
}

/** Two rounds of the experiment: what the ordinary hello met, and the one whose answer is short. */
function compared(
  built: EvidenceBuilder,
  ordinary: HelloAnswerSighting['outcome'],
  short: HelloAnswerSighting['outcome'],
): EvidenceBuilder {
  const { looks } = built.build()
  const arms = [1, 2].flatMap((round) => [
    { trial: { experiment: 'hello-size', arm: 'control', round } as const, outcome: ordinary },
    {
      trial: { experiment: 'hello-size', arm: 'variation', variant: shortAnswer, round } as const,
      outcome: short,
    },
  ])
  return evidence([
    ...looks,
    ...arms.map(({ trial, outcome }, index) => ({
      id: `tls.hello#${index + 1}` as const,
      ask: { probe: 'tls.hello' as const, endpoint: caseEndpoint, vary: { address: caseAddress }, trial },
      startedAt: looks.length + index,
      status: 'seen' as const,
      tookMs: 1,
      saw: {
        address: caseAddress,
        servername: caseHost,
        helloBytes: 320,
        outcome,
        bytesRead: outcome.is === 'silent' ? 0 : 7,
        answeredMs: outcome.is === 'silent' ? null : 1,
      },
    })),
  ])
}

export const cases: Cases = defineCases({
  code: 'tcp-mtu-black-hole',
  matching: [
    {
      name: 'seven bytes arrive, a certificate does not',
      evidence: compared(shaken(sent(517)), silence, alert).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'a hello of one packet is answered, the driver’s longer one is not',
      evidence: compared(shaken(sent(1_540)), serverHello, alert).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'silence to everything: a server that hangs',
      evidence: compared(shaken(sent(517)), silence, silence).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tls-silent',
    },
    {
      name: 'an ordinary hello is answered now, and the driver’s was no longer than that',
      evidence: compared(shaken(sent(517)), serverHello, alert).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'not compared yet',
      evidence: shaken(sent(517)).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'a handshake that succeeds',
      evidence: shaken(secure).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'the port itself is silent',
      evidence: dialled(towards(caseHost), caseEndpoint, caseAddress, { is: 'silent' }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-filtered',
    },
  ],
})
