import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { proxied } from '../kit/net-case.ts'
import { caseEndpoint, towards } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'proxy-auth',
  matching: [
    {
      name: 'a login is demanded and none given',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'no-acceptable-method', offered: ['none'] },
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'another kind of login is demanded',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'no-acceptable-method', offered: ['none', 'password'] },
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'rejected',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'credentials-rejected' },
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'closed after the login',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'closed', after: 'login' },
      ).build(),
      at: null,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'reply 2 is about the target, not the login',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'target-refused', reply: 2 },
      ).build(),
      at: null,
      is: 'absent',
      really: 'proxy-target-refused',
    },
    {
      name: 'closed upon the greeting',
      evidence: proxied(
        towards('db.lab.test', {
          tls: false,
          proxy: { host: '127.0.0.1', port: 1080, hasCredentials: false },
        }),
        caseEndpoint,
        { is: 'closed', after: 'greeting' },
      ).build(),
      at: null,
      is: 'unknown',
      really: 'proxy-not-socks',
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
      at: null,
      is: 'absent',
    },
  ],
})
