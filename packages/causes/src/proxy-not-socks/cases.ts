import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { proxied } from '../kit/net-case.ts'
import { caseEndpoint, towards } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'proxy-not-socks',
  matching: [
    {
      name: 'an HTTP proxy',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'not-socks', firstBytes: 'HTTP/1.1 400 Bad Request' },
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a TLS port',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'not-socks', firstBytes: '15030100020246' },
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'hung up upon the greeting',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'closed', after: 'greeting' },
      ).build(),
      at: null,
      certainty: 'possible',
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
      at: null,
      certainty: 'possible',
    },
  ],
  lookAlikes: [
    {
      name: 'a login is demanded',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'no-acceptable-method', offered: ['none'] },
      ).build(),
      at: null,
      is: 'absent',
      really: 'proxy-auth',
    },
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
      is: 'unknown',
      really: 'proxy-unreachable',
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
      at: null,
      is: 'absent',
      really: 'proxy-target-refused',
    },
  ],
})
