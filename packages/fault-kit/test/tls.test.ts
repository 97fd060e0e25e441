import { expect, test } from 'vitest'

import { acceptAndReset, answerWith, authority, serveTls } from '../src/index.ts'
import type { Issued, TlsOptions } from '../src/index.ts'
import { secureLook } from './tls-client.ts'
import type { SeenTls } from './tls-client.ts'

const root = authority()
const issued = root.issue({ names: ['db.lab.test'] })

async function meet(
  options: Partial<TlsOptions>,
  client: Parameters<typeof secureLook>[1] = {},
): Promise<SeenTls> {
  const served = await serveTls({ issued, inner: answerWith('in'), ...options })
  const seen = await secureLook(served, { ca: root.certificatePem, ...client })
  await served.stop()
  return seen
}

test('serves TLS that verifies', async () => {
  expect(await meet({})).toMatchObject({ text: 'in', authorizationError: null, protocol: 'TLSv1.3' })
})

test.each(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const)('serves %s alone', async (version) => {
  const only = { minVersion: version, maxVersion: version }
  const client = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const
  expect(await meet(only, client)).toMatchObject({ text: 'in', protocol: version })
})

test('versions and ciphers that do not meet end in an alert', async () => {
  expect((await meet({ minVersion: 'TLSv1.3' }, { maxVersion: 'TLSv1.2' })).events).toEqual([
    expect.stringMatching(/PROTOCOL_VERSION$/),
  ])
  const ciphers = 'ECDHE-ECDSA-AES256-GCM-SHA384'
  const client = { ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256', maxVersion: 'TLSv1.2' } as const
  expect((await meet({ ciphers }, client)).events).toEqual([expect.stringMatching(/HANDSHAKE_FAILURE$/)])
})

test('demands a server name: with an alert, or closing without one', async () => {
  const none = { servername: '' }
  expect((await meet({ requireServername: true }, none)).events).toEqual([
    expect.stringMatching(/UNRECOGNIZED_NAME$/),
  ])
  expect((await meet({ requireServername: { alert: 80 } }, none)).events).toEqual([
    expect.stringMatching(/INTERNAL_ERROR$/),
  ])
  expect((await meet({ requireServername: { alert: null } }, none)).events).toContain('ECONNRESET')
  const named = { requireServername: { names: ['db.lab.test'] } }
  expect(await meet(named)).toMatchObject({ text: 'in' })
  expect((await meet(named, { servername: 'other.test' })).events).toEqual([
    expect.stringMatching(/UNRECOGNIZED_NAME$/),
  ])
})

test('sends the chain that it is given', async () => {
  const intermediate = root.intermediate()
  const below = intermediate.issue({ names: ['db.lab.test'] })
  expect(await meet({ issued: below })).toMatchObject({ authorizationError: null })
  const missing = await meet({ issued: below, chain: below.certificatePem })
  expect(missing.authorizationError).toMatch('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
  const whole = { issued: below, chain: below.chainPem + root.certificatePem }
  expect((await meet(whole, { ca: [] })).authorizationError).toMatch('SELF_SIGNED_CERT_IN_CHAIN')
})

test('sends a chain of three hundred', async () => {
  const chain = issued.certificatePem + root.certificatePem.repeat(300)
  const seen = await meet({ chain })
  expect(seen.events).toHaveLength(1)
  expect(seen.text).toBe('')
})

const other = authority({ name: 'Other root' })
const long = { notBefore: new Date('2020-01-01'), notAfter: new Date('2020-02-01') }

const clients: readonly (readonly [string, Issued | null, RegExp])[] = [
  ['a missing certificate', null, /(CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE)$/],
  ['a foreign certificate', other.issue(), /UNKNOWN_CA$/],
  ['an expired certificate', root.issue(long), /CERTIFICATE_EXPIRED$/],
  ['a certificate for servers', root.issue({ purpose: 'server' }), /UNSUPPORTED_CERTIFICATE$/],
]

const versions = ['TLSv1.2', 'TLSv1.3'] as const

test.each(clients)('refuses %s with an alert, or closes as mongod does', async (_, held, alert) => {
  const identity = held === null ? {} : { cert: held.chainPem, key: held.keyPem }
  for (const maxVersion of versions) {
    const client = { ...identity, maxVersion }
    const wanted = { ca: root.certificatePem, required: true }
    const alerted = await meet({ requestClientCertificate: wanted }, client)
    expect(alerted.events).toContainEqual(expect.stringMatching(alert))
    expect(alerted.events.includes('secureConnect')).toBe(maxVersion === 'TLSv1.3')
    const closed = await meet({ requestClientCertificate: { ...wanted, refusal: 'close' } }, client)
    expect(closed).toMatchObject({ events: ['secureConnect', 'end'], text: '' })
  }
})

test('lets a good client in, and any client where none is required', async () => {
  const { chainPem: cert, keyPem: key } = root.issue({ purpose: 'client' })
  for (const maxVersion of versions) {
    const wanted = { ca: root.certificatePem, required: true }
    expect(await meet({ requestClientCertificate: wanted }, { cert, key, maxVersion })).toMatchObject({
      text: 'in',
    })
    const optional = { requestClientCertificate: { ...wanted, required: false } }
    expect(await meet(optional, { maxVersion })).toMatchObject({ text: 'in' })
  }
})

test('resets inside TLS', async () => {
  const { events } = await meet({ inner: acceptAndReset() })
  expect(events).toEqual(['secureConnect', 'ECONNRESET'])
})
