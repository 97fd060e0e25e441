import type { CauseCode } from '@mongowhy/core'
import {
  acceptAndClose,
  acceptAndHang,
  answerAfter,
  answerWith,
  authority,
  closedPort,
  relayTo,
  resetAfterBytes,
  selfSigned,
  sendAlert,
  serveTcp,
  serveTls,
  silentPort,
} from '@mongowhy/fault-kit'
import type { Served, TlsOptions, Zone } from '@mongowhy/fault-kit'

import type { Place } from './place.ts'

/** One way in which one member of a set can be broken, beside others that are broken in other ways. */
export interface MemberFault {
  readonly name: string
  readonly code: CauseCode
  /** Other names that are true of it, alone or beside other broken members. */
  readonly alsoTrue?: readonly CauseCode[]
  /** What the resolver has for the member's name; its address unless told, `missing`: nothing. */
  readonly records?: Zone[string] | 'missing'
  start(place: Place): Promise<Served>
}

const day = 86_400_000
const daysFromNow = (days: number): Date => new Date(Date.now() + days * day)
const badRequest = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

const behind = (place: Place, tls: Partial<TlsOptions> = {}): Promise<Served> =>
  serveTls({ issued: place.issued(), inner: place.speak(), ...tls })

/** Every fault is on the way to one member, or in it; the deployment has TLS under a root that the client knows. */
export const memberFaults: readonly MemberFault[] = [
  {
    name: 'a name that does not exist',
    code: 'dns-host-missing',
    records: 'missing',
    start: () => closedPort(),
  },
  {
    name: 'a resolver that fails on the name',
    code: 'dns-servfail',
    records: 'servfail',
    start: () => closedPort(),
  },
  { name: 'a closed port', code: 'tcp-refused', alsoTrue: ['tcp-some-members'], start: () => closedPort() },
  {
    name: 'a port that drops',
    code: 'tcp-filtered',
    alsoTrue: ['tcp-some-members'],
    start: () => silentPort(),
  },
  {
    name: 'connections that are ended at once',
    code: 'tcp-connection-limit',
    start: () => serveTcp(acceptAndClose()),
  },
  {
    name: 'TLS that is reset where its hello names the server',
    code: 'tcp-reset-by-middlebox',
    start: () =>
      serveTcp(
        sendAlert({
          alert: 112,
          when: ({ servername }) => servername === null,
          otherwise: resetAfterBytes(1),
        }),
      ),
  },
  {
    name: 'an alert in answer to the hello',
    code: 'tls-refused-before-certificate',
    // It is the only one that refuses.
    alsoTrue: ['tls-peer-fault'],
    start: () => serveTcp(sendAlert({ alert: 80 })),
  },
  {
    name: 'a TLS that does not cope with an offer of 1.3',
    code: 'tls-peer-fault',
    async start(place) {
      const server = await behind(place)
      return {
        ...(await serveTcp(
          sendAlert({
            alert: 80,
            when: ({ versions }) => versions.includes('TLSv1.3'),
            otherwise: relayTo(server),
          }),
        )),
        stop: () => server.stop(),
      }
    },
  },
  {
    name: 'another name in the hello wanted',
    code: 'tls-sni-unknown',
    start: (place) => behind(place, { requireServername: { names: ['other.lab.test'] } }),
  },
  {
    name: 'an expired certificate',
    code: 'tls-certificate-expired',
    start: (place) =>
      behind(place, { issued: place.issued({ notBefore: daysFromNow(-91), notAfter: daysFromNow(-1) }) }),
  },
  {
    name: 'a certificate of tomorrow',
    code: 'tls-certificate-not-yet-valid',
    start: (place) =>
      behind(place, { issued: place.issued({ notBefore: daysFromNow(2), notAfter: daysFromNow(90) }) }),
  },
  {
    name: 'a certificate for another name',
    code: 'tls-hostname-mismatch',
    start: (place) => behind(place, { issued: place.issued({ names: ['other.internal.test'] }) }),
  },
  {
    name: 'a certificate made for clients',
    code: 'tls-certificate-unfit',
    start: (place) => behind(place, { issued: place.issued({ purpose: 'client' }) }),
  },
  {
    name: 'a self-signed certificate',
    code: 'tls-self-signed',
    alsoTrue: ['tls-ca-file-wrong'],
    start: (place) => behind(place, { issued: selfSigned({ names: [place.host] }) }),
  },
  {
    name: 'a certificate of another authority',
    code: 'tls-ca-file-wrong',
    alsoTrue: ['tls-private-ca'],
    start: (place) =>
      behind(place, { issued: authority({ name: 'Another root' }).issue({ names: [place.host] }) }),
  },
  {
    name: 'TLS 1.1 at most',
    code: 'tls-version-mismatch',
    start: (place) =>
      behind(place, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }),
  },
  {
    name: 'a suite that nobody offers',
    code: 'tls-no-common-cipher',
    start: (place) =>
      behind(place, { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-CAMELLIA256-SHA384:@SECLEVEL=0' }),
  },
  {
    name: 'a client certificate wanted',
    code: 'tls-client-certificate-required',
    start: (place) =>
      behind(place, { requestClientCertificate: { ca: place.root.certificatePem, required: true } }),
  },
  {
    name: 'no TLS',
    code: 'tls-server-is-plain',
    start: (place) => serveTcp(place.speak()),
  },
  {
    name: 'a web server on the port',
    code: 'tls-not-mongodb',
    alsoTrue: ['wire-not-mongodb'],
    start: () => serveTcp(answerAfter(1, badRequest)),
  },
  {
    name: 'an SSH server on the port',
    code: 'tls-not-mongodb',
    start: () => serveTcp(answerWith('SSH-2.0-OpenSSH_9.6\r\n', 'hang')),
  },
  {
    name: 'no answer to the TLS hello',
    code: 'tls-silent',
    start: () => serveTcp(acceptAndHang()),
  },
  {
    name: 'no answer to the first message',
    code: 'wire-hello-silent',
    start: (place) => behind(place, { inner: acceptAndHang() }),
  },
  {
    name: 'a web server behind TLS',
    code: 'wire-not-mongodb',
    start: (place) => behind(place, { inner: answerAfter(1, badRequest) }),
  },
  {
    name: 'a first answer that is cut',
    code: 'wire-garbled',
    start: (place) => behind(place, { inner: answerAfter(1, Buffer.from([200, 0, 0, 0, 1, 0, 0, 0])) }),
  },
  {
    name: 'a server of the time of MongoDB 3.6',
    code: 'wire-server-too-old',
    start: (place) => behind(place, { inner: place.speak({ version: '3.6.23' }) }),
  },
  {
    name: 'a member that still starts up',
    code: 'topology-member-not-ready',
    start: (place) => behind(place, { inner: place.speak({ role: 'recovering' }) }),
  },
  {
    name: 'a member of another set',
    code: 'topology-set-name',
    alsoTrue: ['topology-mixed-seeds'],
    start: (place) => behind(place, { inner: place.speak({ setName: 'other' }) }),
  },
]
