import type { DnsSighting, LoginSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { built, buildOf, replied } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const name = 'cluster.lab.test'
const defaulted = `mongodb://ada:${casePassword}@db.lab.test/app`

function login(outcome: LoginSighting['outcome']): LoginSighting {
  return { mechanism: 'SCRAM-SHA-256', authSource: 'app', permittedBy: 'plain-by-request', outcome }
}

const txt: DnsSighting = {
  name,
  type: 'TXT',
  server: '127.0.0.1',
  transport: 'c-ares',
  outcome: 'answer',
  records: [{ type: 'TXT', text: 'authSource=admin&replicaSet=rs0' }],
  total: 1,
}

const rejected = login({
  is: 'rejected',
  error: {
    name: 'MongoServerError',
    message: 'Authentication failed.',
    code: 18,
    codeName: 'AuthenticationFailed',
    labels: [],
    systemCode: null,
  },
})

function missing(type: 'SRV' | 'TXT'): DnsSighting {
  const asked = type === 'SRV' ? `_mongodb._tcp.${name}` : name
  return { name: asked, type, server: '127.0.0.1', transport: 'c-ares', outcome: 'nxdomain' }
}

export const cases: Cases = defineCases({
  code: 'uri-authsource-defaulted',
  matching: [
    {
      name: 'the login was not tried',
      evidence: given(defaulted).build(),
      at: null,
      certainty: 'possible',
      bearing: 'advisory',
    },
    {
      name: 'the login was rejected',
      evidence: given(defaulted).saw('auth.login', null, {}, rejected).build(),
      at: null,
      certainty: 'possible',
    },
  ],
  lookAlikes: [
    {
      name: 'the user does live there',
      evidence: given(defaulted)
        .saw('auth.login', null, {}, login({ is: 'logged-in' }))
        .build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'the server knows the user there, so it is the password',
      evidence: built(
        replied(given(defaulted).saw('auth.login', null, {}, rejected), 'db.lab.test:27017', {
          ...standaloneHello,
          saslSupportedMechs: ['SCRAM-SHA-256'],
        }),
        'db.lab.test:27017',
        buildOf({ is: 'mongodb' }),
      ).build(),
      at: null,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'authSource is given',
      evidence: given(`${defaulted}?authSource=admin`).saw('auth.login', null, {}, rejected).build(),
      at: null,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'the TXT record gives authSource',
      evidence: given(`mongodb+srv://ada:${casePassword}@${name}/app`)
        .saw('dns.query', null, { name, type: 'TXT', resolver: 'runtime' }, txt)
        .build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'the TXT record was not read',
      evidence: given(`mongodb+srv://ada:${casePassword}@${name}/app`).build(),
      at: null,
      is: 'unknown',
    },
    {
      name: 'the name has neither record: it is wrong, and the right one may have both',
      evidence: given(`mongodb+srv://ada:${casePassword}@${name}/app`)
        .saw(
          'dns.query',
          null,
          { name: `_mongodb._tcp.${name}`, type: 'SRV', resolver: 'runtime' },
          missing('SRV'),
        )
        .saw('dns.query', null, { name, type: 'TXT', resolver: 'runtime' }, missing('TXT'))
        .build(),
      at: null,
      is: 'unknown',
      really: 'dns-srv-name-missing',
    },
    {
      name: 'a string that drivers refuse',
      evidence: given(`${defaulted}?nonsense=1`, [
        { by: 'node', outcome: 'refuses', message: 'MongoParseError: option nonsense is not supported' },
      ]).build(),
      at: null,
      is: 'unknown',
      really: 'uri-option-unknown',
    },
    {
      name: 'a certificate in place of a password',
      evidence: given('mongodb://ada@db.lab.test/app?authMechanism=MONGODB-X509').build(),
      at: null,
      is: 'absent',
    },
    { name: 'no credentials', evidence: given('mongodb://db.lab.test/app').build(), at: null, is: 'absent' },
  ],
})
