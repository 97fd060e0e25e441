import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { proxied } from '../kit/net-case.ts'
import { caseEndpoint, towards } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'proxy-unreachable',
  matching: [
    {
      name: 'its port is closed',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'unreachable', errno: 'ECONNREFUSED' },
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'it is silent',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'unreachable', errno: 'ETIMEDOUT' },
      ).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'its name does not exist',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'unreachable', errno: 'ENOTFOUND' },
      ).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'it cannot reach the server',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'target-refused', reply: 5 },
      ).build(),
      at: null,
      is: 'absent',
      really: 'proxy-target-refused',
    },
    {
      name: 'it speaks HTTP',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'not-socks', firstBytes: 'HTTP/1.1 400 Bad Request' },
      ).build(),
      at: null,
      is: 'absent',
      really: 'proxy-not-socks',
    },
    {
      name: 'it keeps silent after accepting',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'silent', after: 'greeting' },
      ).build(),
      at: null,
      is: 'absent',
      really: 'proxy-not-socks',
    },
  ],
})
