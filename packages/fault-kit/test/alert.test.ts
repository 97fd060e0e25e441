import { connect } from 'node:net'

import { expect, test } from 'vitest'

import { answerWith, authority, parseClientHello, serveAlert, serveTcp, speakTls } from '../src/index.ts'
import type { AlertPosition } from '../src/index.ts'
import { look } from './clients.ts'
import { secureLook } from './tls-client.ts'

const root = authority()
const issued = root.issue({ names: ['db.lab.test'] })
const badCertificate = expect.stringMatching(/ALERT_BAD_CERTIFICATE$/)

const beforeConnected: readonly AlertPosition[] = [
  'before-server-hello',
  'after-server-hello',
  'after-certificate',
]
const afterConnected: readonly AlertPosition[] = ['after-handshake', 'after-first-bytes']
const endings = ['close', 'reset', 'hang'] as const

const matrix = [
  ...[...beforeConnected, 'after-client-flight' as const].map(
    (position) => ['TLSv1.2', position, false] as const,
  ),
  ...beforeConnected.map((position) => ['TLSv1.3', position, false] as const),
  ...afterConnected.map((position) => ['TLSv1.2', position, true] as const),
  ...[...afterConnected, 'after-client-flight' as const].map(
    (position) => ['TLSv1.3', position, true] as const,
  ),
]

test.each(matrix)(
  '%s, alert %s: the client is connected before: %s',
  async (version, position, connected) => {
    for (const ending of endings) {
      const served = await serveAlert({ alert: 42, position, issued, ending, minVersion: 'TLSv1.2' })
      const { events } = await secureLook(served, { maxVersion: version })
      expect(events.slice(0, connected ? 2 : 1)).toEqual(
        connected ? ['secureConnect', badCertificate] : [badCertificate],
      )
      await served.stop()
    }
  },
)

test.each([
  ['TLSv1.2', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
  ['TLSv1.2', 'ECDHE-ECDSA-CHACHA20-POLY1305'],
  ['TLSv1.3', 'TLS_AES_128_GCM_SHA256'],
  ['TLSv1.3', 'TLS_CHACHA20_POLY1305_SHA256'],
] as const)('%s with %s can be alerted after the handshake', async (version, ciphers) => {
  const served = await serveAlert({ alert: 42, position: 'after-handshake', issued })
  const { events } = await secureLook(served, { maxVersion: version, ciphers })
  expect(events.slice(0, 2)).toEqual(['secureConnect', badCertificate])
  await served.stop()
})

test('an alert in the clear where TLS 1.3 encrypts loses its number for Node', async () => {
  const served = await serveAlert({ alert: 42, position: 'after-server-hello', issued, plaintext: true })
  const { events } = await secureLook(served)
  expect(events).toHaveLength(1)
  expect(events).not.toContainEqual(badCertificate)
  await served.stop()
})

test('a client that must try its key share again is followed', async () => {
  const served = await serveAlert({ alert: 42, position: 'after-certificate', issued })
  const { events } = await secureLook(served, { ecdhCurve: 'X448:P-256', maxVersion: 'TLSv1.3' })
  expect(events).toEqual([badCertificate])
  await served.stop()
})

test('a certificate longer than a record is followed', async () => {
  const chain = issued.certificatePem + root.certificatePem.repeat(60)
  for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
    const served = await serveAlert({ alert: 42, position: 'after-client-flight', issued, chain })
    const { events } = await secureLook(served, { maxVersion: version })
    expect(events).toContainEqual(badCertificate)
    await served.stop()
  }
})

test('chooses whom to refuse by the ClientHello; the others meet another behaviour', async () => {
  const served = await serveAlert({
    alert: 80,
    when: (hello) => hello.servername === null,
    otherwise: speakTls({ issued, inner: answerWith('in') }),
  })
  expect(await secureLook(served)).toMatchObject({ text: 'in', events: ['secureConnect', 'end'] })
  const { events } = await secureLook(served, { servername: '' })
  expect(events).toEqual([expect.stringMatching(/INTERNAL_ERROR$/)])
  await served.stop()
})

test('a warning and silence leave the client waiting', async () => {
  const served = await serveAlert({ alert: 112, level: 1, ending: 'hang' })
  expect((await secureLook(served)).events).toEqual(['silent'])
  await served.stop()
})

test('the bytes before any certificate are exactly seven', async () => {
  const hello = await helloOf({ servername: 'db.lab.test' })
  const served = await serveAlert({ alert: 80 })
  const seen = await look(served, hello)
  expect(Buffer.from(seen.text, 'latin1')).toEqual(Buffer.from([21, 3, 3, 0, 2, 2, 80]))
  expect(seen.ended).toBe('end')
  await served.stop()
})

test('reads what a client offers', async () => {
  const hello = await helloOf({ servername: 'db.lab.test', ALPNProtocols: ['mongodb'] })
  expect(parseClientHello(hello)).toMatchObject({
    servername: 'db.lab.test',
    versions: expect.arrayContaining(['TLSv1.3', 'TLSv1.2']),
    protocols: ['mongodb'],
    bytes: hello.length,
  })
  expect(parseClientHello(hello.subarray(0, 100))).toBeNull()
  expect(parseClientHello(Buffer.from('GET / HTTP/1.1\r\n\r\n'))).toBeNull()
})

async function helloOf(options: {
  readonly servername: string
  readonly ALPNProtocols?: string[]
}): Promise<Buffer> {
  let hello: Buffer = Buffer.alloc(0)
  const served = await serveTcp((socket) => {
    socket.once('data', (chunk: Buffer) => {
      hello = chunk
      socket.destroy()
    })
  })
  await secureLook(served, options)
  await served.stop()
  return hello
}

test('a client that speaks no TLS, or leaves early, does no harm', async () => {
  const served = await serveAlert({ alert: 80 })
  expect(await look(served, 'GET / HTTP/1.1\r\n\r\n')).toMatchObject({ text: '', ended: 'end' })
  const early = connect({ host: served.host, port: served.port }, () => early.resetAndDestroy())
  expect((await secureLook(served)).events).toEqual([expect.stringMatching(/INTERNAL_ERROR$/)])
  await served.stop()
  await served.stop()
})
