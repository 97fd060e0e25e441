import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { serverNameExperiment } from '../kit/experiments/server-name.ts'
import {
  alertOf,
  alerted,
  atlasEndpoint,
  atlasHost,
  caseAddress,
  caseEndpoint,
  endedEarly,
  secure,
  towards,
  towardsAll,
} from '../kit/tls-case.ts'
import { walked } from '../kit/round-case.ts'
import { tried } from '../kit/trial-case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import type { TlsSighting } from '@mongowhy/core'

const at = caseEndpoint
const vary = { address: caseAddress }
const otherHost = 'cluster0-shard-00-01.ab1cd.mongodb.net'
const internal = alerted(80)
const seen = (saw: TlsSighting) => towards().saw('tls.handshake', at, vary, saw)
const compared = (control: TlsSighting, variations: Readonly<Record<string, TlsSighting>>) =>
  tried(seen(control), serverNameExperiment.name, at, vary, control, variations)
const alike = {
  'its name, TLS 1.2': internal,
  'its name, TLS 1.3': internal,
  'no name, TLS 1.2': internal,
  'another name, TLS 1.2': internal,
}
const again = (builder: EvidenceBuilder, saw: TlsSighting, round: number) =>
  builder.tried('tls.handshake', at, vary, saw, {
    experiment: serverNameExperiment.name,
    arm: 'control',
    round,
  })
const fellow = { address: caseAddress, servername: otherHost }

const helloAlone: TlsSighting['records'] = [
  { direction: 'sent', at: 0, bytes: 300, holds: ['ClientHello'] },
  { direction: 'received', at: 2, bytes: 900, holds: ['ServerHello', 'Certificate'] },
]

const fault = 'tls alert 80'

export const cases: Cases = defineCases({
  code: 'tls-peer-fault',
  matching: [
    {
      name: 'a repetition with alerts by turns with handshakes that succeed',
      evidence: walked(seen(internal), at, caseAddress, [
        fault,
        'ok A',
        'ok A',
        fault,
        fault,
        'ok A',
      ]).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the same, with an alert that says that nothing suits',
      evidence: walked(towards(), at, caseAddress, [
        'ok',
        'tls alert 40',
        'ok',
        'ok',
        'tls alert 40',
      ]).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'the same hello refused and let through by turns',
      evidence: again(again(again(seen(internal), internal, 1), secure, 2), internal, 3).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'TLS 1.2 alone passes, both versions together do not',
      evidence: compared(internal, { ...alike, 'its name, TLS 1.2': secure }).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the same, with resets in place of alerts',
      evidence: compared(endedEarly({ is: 'reset' }), {
        'its name, TLS 1.2': secure,
        'its name, TLS 1.3': endedEarly({ is: 'reset' }),
      }).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'one member of Atlas, whose fellow takes the same hello',
      evidence: towardsAll([atlasHost, otherHost])
        .saw('tls.handshake', atlasEndpoint, vary, alerted(80, { servername: atlasHost }))
        .saw('tls.handshake', `${otherHost}:27017`, vary, { ...secure, ...fellow })
        .build(),
      at: atlasEndpoint,
      certainty: 'likely',
    },
    {
      name: 'an internal error after the server’s own hello',
      evidence: seen({
        ...internal,
        negotiated: secure.negotiated,
        alerts: [alertOf(80, 'after-server-hello')],
      }).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'the end after the certificate, before a word of ours',
      evidence: seen({ ...secure, outcome: { is: 'closed', afterMs: 4 }, records: helloAlone }).build(),
      at,
      certainty: 'possible',
    },
    {
      name: 'a hello that it cannot decode',
      evidence: seen(alerted(50)).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'records that our own library cannot decrypt',
      evidence: seen(
        endedEarly({
          is: 'local-failure',
          code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
          reason: 'decryption failed or bad record mac',
        }),
      ).build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'the same hello let through and hung up on by turns: nothing of TLS said no',
      evidence: again(
        again(seen(endedEarly({ is: 'closed' })), secure, 1),
        endedEarly({ is: 'closed' }),
        2,
      ).build(),
      at,
      is: 'unknown',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'alerts until an entry of the access list took effect, and none after that',
      evidence: walked(seen(internal), at, caseAddress, [
        fault,
        fault,
        fault,
        'ok',
        'ok',
        'ok',
        'ok',
      ]).build(),
      at,
      is: 'unknown',
      really: 'atlas-entry-pending',
    },
    {
      name: 'one alert among many handshakes that succeed',
      evidence: walked(towards(), at, caseAddress, ['ok', 'ok', fault, 'ok', 'ok', 'ok', 'ok', 'ok']).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'resets by turns with handshakes that succeed',
      evidence: walked(towards(), at, caseAddress, [
        'tls reset',
        'ok',
        'tls reset',
        'ok',
        'ok',
        'tls reset',
      ]).build(),
      at,
      is: 'unknown',
      really: 'tcp-connection-limit',
    },
    {
      name: 'an internal error in answer to the hello, nothing compared yet',
      evidence: seen(internal).build(),
      at,
      is: 'unknown',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'refused in the same way whatever is varied',
      evidence: compared(internal, alike).build(),
      at,
      is: 'unknown',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'refused by a server that serves the deployment of somebody else beside it',
      evidence: towardsAll(['db.lab.test', 'db.other.test'])
        .saw('tls.handshake', at, vary, internal)
        .saw('tls.handshake', 'db.other.test:27017', vary, secure)
        .build(),
      at,
      is: 'unknown',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'no version in common',
      evidence: seen(alerted(70)).build(),
      at,
      is: 'unknown',
      really: 'tls-version-mismatch',
    },
    {
      name: 'a client certificate that is turned away',
      evidence: seen({
        ...secure,
        outcome: { is: 'alert' },
        alerts: [alertOf(51, 'after-client-flight')],
        clientCertificate: { requested: true, sent: true, acceptableIssuers: [] },
      }).build(),
      at,
      is: 'unknown',
      really: 'tls-client-certificate-rejected',
    },
    {
      name: 'the end after our part of the handshake, as of a server that wants a certificate',
      evidence: seen({
        ...secure,
        outcome: { is: 'closed', afterMs: 4 },
        records: [...helloAlone, { direction: 'sent', at: 3, bytes: 80, holds: ['ClientKeyExchange'] }],
      }).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'a certificate that we do not trust',
      evidence: seen({ ...secure, runtimeVerdict: 'CERT_HAS_EXPIRED' }).build(),
      at,
      is: 'unknown',
      really: 'tls-certificate-expired',
    },
  ],
})
