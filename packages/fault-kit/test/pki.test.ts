import { execFileSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'

import { expect, test } from 'vitest'

import {
  acceptAndClose,
  authority,
  encryptedKeyPem,
  selfSigned,
  serveTls,
  temporaryFile,
} from '../src/index.ts'
import type { Authority, AuthorityOptions, CertificateOptions } from '../src/index.ts'
import { secureLook } from './tls-client.ts'

const names = ['db.lab.test']

async function judged(
  root: Authority,
  below: Authority,
  options: CertificateOptions = {},
): Promise<string | null> {
  const served = await serveTls({ issued: below.issue({ names, ...options }), inner: acceptAndClose() })
  const seen = await secureLook(served, { ca: root.certificatePem, rejectUnauthorized: true })
  await served.stop()
  return seen.events.includes('secureConnect') ? null : (seen.events[0] ?? '')
}

test.each<[string, CertificateOptions, string | null]>([
  ['sound', {}, null],
  ['valid beyond 2049', { notAfter: new Date('2060-01-01') }, null],
  ['only a common name', { noAltNames: true }, null],
  ['for another name', { names: ['other.test'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['expired', { notBefore: new Date('2020-01-01'), notAfter: new Date('2020-02-01') }, 'CERT_HAS_EXPIRED'],
  [
    'not yet valid',
    { notBefore: new Date('2045-01-01'), notAfter: new Date('2046-01-01') },
    'CERT_NOT_YET_VALID',
  ],
  ['for clients', { purpose: 'client' }, 'INVALID_PURPOSE'],
])('Node judges a certificate that is %s', async (_, options, expected) => {
  const root = authority()
  expect(await judged(root, root, options)).toBe(expected)
  expect(await judged(root, root.intermediate(), options)).toBe(expected)
})

test.each<[string, AuthorityOptions, string | null]>([
  ['sound', { pathLength: 0 }, null],
  ['bound to the name', { nameConstraints: ['lab.test'] }, null],
  ['bound to another name', { nameConstraints: ['other.test'] }, 'UNSPECIFIED'],
  ['no authority', { ca: false }, 'INVALID_CA'],
  ['expired', { notBefore: new Date('2020-01-01'), notAfter: new Date('2020-02-01') }, 'CERT_HAS_EXPIRED'],
])('Node judges an intermediate that is %s', async (_, options, expected) => {
  const root = authority()
  const verdict = await judged(root, root.intermediate(options))
  // The code of an issuer that may not issue differs between the versions of OpenSSL.
  if (expected === 'INVALID_CA') expect(verdict).toMatch(/^(INVALID_CA|UNSPECIFIED|INVALID_PURPOSE)$/)
  else expect(verdict).toBe(expected)
})

test('a self-signed certificate is known as one', async () => {
  const served = await serveTls({ issued: selfSigned({ names }) })
  expect((await secureLook(served)).authorizationError).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  await served.stop()
})

test('says what it was told to say', () => {
  const root = authority({ name: 'Root of the lab' })
  const issued = root.issue({
    names,
    addresses: ['127.0.0.1', '::1'],
    commonName: 'db',
    caIssuersUrl: 'http://127.0.0.1/ca.crt',
  })
  const read = new X509Certificate(issued.certificatePem)
  expect(read.subject).toBe('CN=db')
  expect(read.issuer).toBe('CN=Root of the lab')
  expect(read.subjectAltName).toBe('DNS:db.lab.test, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1')
  expect(read.infoAccess).toContain('http://127.0.0.1/ca.crt')
  expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1')
  expect(read.checkPrivateKey(createPrivateKey(issued.keyPem))).toBe(true)
  expect(read.checkIssued(new X509Certificate(root.certificatePem))).toBe(true)
  expect(issued.combinedPem).toBe(issued.keyPem + issued.chainPem)
})

test('a chain carries its intermediates and no root', () => {
  const root = authority()
  const { chainPem } = root.intermediate({ name: 'One' }).intermediate({ name: 'Two' }).issue({ names })
  const subjects = chainPem.split(/(?=-----BEGIN)/).map((pem) => new X509Certificate(pem).subject)
  expect(subjects).toEqual(['CN=db.lab.test', 'CN=Two', 'CN=One'])
})

test('weak keys and digests are what they are called', () => {
  const weak = new X509Certificate(selfSigned({ names, weakKey: true }).certificatePem)
  expect(weak.publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 1_024 })
  expect(signatureOid(authority().issue({ names, digest: 'sha1' }).certificatePem)).toBe('2a8648ce3d0401')
  expect(signatureOid(selfSigned({ names, digest: 'sha1', weakKey: true }).certificatePem)).toBe(
    '2a864886f70d010105',
  )
})

function signatureOid(pem: string): string {
  const der = new X509Certificate(pem).raw
  const sha1 = ['2a8648ce3d0401', '2a864886f70d010105'].filter((oid) =>
    der.toString('hex').includes(`06${length(oid)}${oid}`),
  )
  return sha1.join(' ')
}

function length(hex: string): string {
  return (hex.length / 2).toString(16).padStart(2, '0')
}

test('an encrypted key opens with its passphrase only', () => {
  const pem = encryptedKeyPem(selfSigned().keyPem, 'canary')
  expect(pem).toContain('BEGIN ENCRYPTED PRIVATE KEY')
  expect(createPrivateKey({ key: pem, passphrase: 'canary' }).asymmetricKeyType).toBe('ec')
  expect(() => createPrivateKey({ key: pem, passphrase: 'wrong' })).toThrow(/./)
})

test('a temporary file is its owner’s alone, and goes away', async () => {
  const file = await temporaryFile('ca.pem', 'content')
  expect(await readFile(file.path, 'utf8')).toBe('content')
  if (process.platform !== 'win32') expect((await stat(file.path)).mode & 0o777).toBe(0o600)
  await file.remove()
  expect(existsSync(file.path)).toBe(false)
})

test('openssl verifies a chain strictly, where openssl is installed', async (context) => {
  const root = authority({ nameConstraints: ['lab.test'] })
  const issued = root.intermediate({ pathLength: 0 }).issue({ names })
  const files = await Promise.all([
    temporaryFile('ca.pem', root.certificatePem),
    temporaryFile('chain.pem', issued.chainPem),
  ])
  const [ca, chain] = files.map(({ path }) => path)
  try {
    const said = execFileSync('openssl', [
      'verify',
      '-x509_strict',
      '-CAfile',
      `${ca}`,
      '-untrusted',
      `${chain}`,
      `${chain}`,
    ])
    expect(said.toString()).toContain(': OK')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      context.skip('openssl is not installed')
    throw error
  } finally {
    await Promise.all(files.map((file) => file.remove()))
  }
})
