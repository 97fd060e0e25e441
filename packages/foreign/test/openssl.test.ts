import { selfSigned } from '@mongowhy/fault-kit'
import { describe, expect, test } from 'vitest'

import { installed, startOpenssl } from '../src/index.ts'
import type { OpensslOptions } from '../src/index.ts'
import { expired, fileOption, local, otherRoot, root, sound, trusting } from './certificates.ts'
import { diagnosed, during, told } from './diagnosed.ts'
import { needing } from './needing.ts'

const trust = trusting()

async function against(
  server: OpensslOptions,
  { host = '127.0.0.1', options = '' } = {},
): Promise<ReturnType<typeof told>> {
  const { port } = await during(startOpenssl(server))
  const uri = `mongodb://${host}:${port}/test?${await trust()}&${options}`
  // It never answers a hello, so every bound on a step is used up.
  return told(await diagnosed(uri, { stageTimeoutMs: 1_500 }))
}

describe('openssl s_server and the hello', () => {
  needing(installed('openssl'))

  test.each<[string, readonly string[], string]>([
    ['TLS 1.1 at most', ['-tls1_1', '-cipher', 'ALL:@SECLEVEL=0'], 'tls-version-mismatch certain'],
    [
      'a cipher suite that nobody offers',
      ['-tls1_2', '-cipher', 'ECDHE-ECDSA-CAMELLIA128-SHA256'],
      'tls-no-common-cipher certain',
    ],
    ['a curve that nobody offers', ['-tls1_2', '-curves', 'brainpoolP512r1'], 'tls-no-common-cipher certain'],
  ])('%s', async (_what, args, verdict) => {
    expect(await against({ issued: sound, args })).toMatchObject({
      outcome: 'explained',
      primary: expect.stringContaining(verdict),
    })
  })

  test('a name that it does not serve', async () => {
    const { primary } = await against({ issued: sound, onlyFor: 'db.example' }, { host: 'localhost' })
    expect(primary).toMatch(/^tls-(sni-unknown|refused-before-certificate) /)
  })

  test('a handshake, and then silence', async () => {
    expect((await against({ issued: sound })).primary).toBe('wire-hello-silent likely')
  })

  test('a plain hello', async () => {
    const { port } = await during(startOpenssl({ issued: sound }))
    expect(told(await diagnosed(`mongodb://127.0.0.1:${port}`)).primary).toBe('tls-client-is-plain certain')
  })
})

describe('openssl s_server and its own certificate', () => {
  needing(installed('openssl'))

  const intermediate = root.intermediate({ name: 'Foreign intermediate' })

  test.each<[string, OpensslOptions, string]>([
    ['expired', { issued: root.issue({ ...local, ...expired }) }, 'tls-certificate-expired certain'],
    ['of another host', { issued: root.issue({ names: ['db.example'] }) }, 'tls-hostname-mismatch certain'],
    [
      'of another authority than the file names',
      { issued: otherRoot.issue(local) },
      'tls-ca-file-wrong likely',
    ],
    [
      'without its intermediate',
      { issued: intermediate.issue(local), leafOnly: true },
      'tls-intermediate-missing likely',
    ],
    ['self-signed', { issued: selfSigned(local) }, 'tls-ca-file-wrong likely'],
  ])('%s', async (_what, server, verdict) => {
    expect(await against(server)).toMatchObject({ outcome: 'explained', primary: verdict })
  })

  test('of an authority that is not known, without a CA file', async () => {
    const { port } = await during(startOpenssl({ issued: sound }))
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/?tls=true`, { stageTimeoutMs: 1_500 })
    expect(told(report).primary).toBe('tls-private-ca likely')
  })
})

describe.each(['-tls1_2', '-tls1_3'])('openssl s_server %s and the certificate of the client', (version) => {
  needing(installed('openssl'))

  const server: OpensslOptions = { issued: sound, clientCa: root.certificatePem, args: [version] }

  test('required', async () => {
    expect((await against(server)).primary).toBe('tls-client-certificate-required certain')
  })

  test.each([
    ['of another authority', fileOption('tlsCertificateKeyFile', otherRoot.issue().combinedPem)],
    ['expired', fileOption('tlsCertificateKeyFile', root.issue(expired).combinedPem)],
    ['for servers alone', fileOption('tlsCertificateKeyFile', root.issue({ purpose: 'server' }).combinedPem)],
  ])('%s', async (_what, file) => {
    expect((await against(server, { options: await file() })).primary).toBe(
      'tls-client-certificate-rejected certain',
    )
  })
})
