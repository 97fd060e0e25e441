import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  caseAddress,
  caseEndpoint,
  helloSaw,
  leafCertificate,
  secure,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'
import type { HelloSighting, TlsSighting } from '@mongowhy/core'

const at = caseEndpoint
const vary = { address: caseAddress }
const inTls = { address: caseAddress, transport: 'tls' } as const
const inspected = {
  ...secure,
  chain: [{ ...leafCertificate, issuer: 'O=Zscaler Inc., CN=Zscaler Intermediate Root CA' }],
}
const http: HelloSighting['outcome'] = {
  is: 'not-mongodb',
  protocol: 'http',
  excerpt: 'HTTP/1.1 400 Bad Request',
}
const after = (saw: TlsSighting, outcome: HelloSighting['outcome']) =>
  towards().saw('tls.handshake', at, vary, saw).saw('wire.hello', at, inTls, helloSaw(outcome, 'tls')).build()

export const cases: Cases = defineCases({
  code: 'wire-inspected',
  matching: [
    { name: 'a web answer behind a known device', evidence: after(inspected, http), at, certainty: 'likely' },
    {
      name: 'the end behind a known device',
      evidence: after(inspected, { is: 'closed' }),
      at,
      certainty: 'possible',
    },
  ],
  lookAlikes: [
    {
      name: 'a web server with a certificate of its own',
      evidence: after(secure, http),
      at,
      is: 'absent',
      really: 'wire-not-mongodb',
    },
    {
      name: 'a known device that lets MongoDB through',
      evidence: after(inspected, { is: 'reply', hello: standaloneHello }),
      at,
      is: 'absent',
      really: 'tls-intercepted',
    },
    {
      name: 'a server that ends the connection for want of a client certificate',
      evidence: after(
        { ...secure, clientCertificate: { requested: true, sent: false, acceptableIssuers: [] } },
        { is: 'closed' },
      ),
      at,
      is: 'absent',
      really: 'tls-client-certificate-required',
    },
    {
      name: 'a known device and silence',
      evidence: after(inspected, { is: 'silent' }),
      at,
      is: 'unknown',
      really: 'wire-hello-silent',
    },
  ],
})
