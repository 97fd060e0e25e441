import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { proxied } from '../kit/net-case.ts'
import { caseAddress, caseEndpoint, helloSaw, towards } from '../kit/tls-case.ts'

const greeted = proxied(
  towards('db.lab.test', { tls: false, proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false } }),
  caseEndpoint,
  { is: 'connected' },
).saw('wire.hello', caseEndpoint, { address: caseAddress, transport: 'plain' }, helloSaw({ is: 'closed' }))

function heard(built: EvidenceBuilder, is: 'closed' | 'silent'): EvidenceBuilder {
  const vary = { address: caseAddress }
  return built.saw('wire.banner', caseEndpoint, vary, { ...vary, outcome: { is }, afterMs: 1 })
}

export const cases: Cases = defineCases({
  code: 'proxy-target-refused',
  matching: [
    {
      name: 'host unreachable',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'target-refused', reply: 4 },
      ).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
    {
      name: 'not allowed',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'target-refused', reply: 2 },
      ).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
    {
      name: 'hung up upon the request',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'closed', after: 'request' },
      ).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'silent upon the request',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'silent', after: 'request' },
      ).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'yes, and then the end before a word was said, as ssh -D does',
      evidence: heard(greeted, 'closed').build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'yes, and the end only upon the first message',
      evidence: heard(greeted, 'silent').build(),
      at: caseEndpoint,
      is: 'absent',
    },
    {
      name: 'connected',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'connected' },
      ).build(),
      at: caseEndpoint,
      is: 'absent',
    },
    {
      name: 'the proxy itself refuses',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'unreachable', errno: 'ECONNREFUSED' },
      ).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'proxy-unreachable',
    },
    {
      name: 'the login is rejected',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'credentials-rejected' },
      ).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'proxy-auth',
    },
    {
      name: 'silent upon the greeting',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'silent', after: 'greeting' },
      ).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'proxy-not-socks',
    },
  ],
})
