import { spawnSync } from 'node:child_process'

import { afterAll, expect, test } from 'vitest'

import { authority, temporaryFile } from '../src/index.ts'
import type { TemporaryFile } from '../src/index.ts'

const installed = spawnSync('openssl', ['version']).status === 0
const files: TemporaryFile[] = []

afterAll(async () => {
  await Promise.all(files.map((file) => file.remove()))
})

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const file = await temporaryFile(name, content)
  files.push(file)
  return file.path
}

test.runIf(installed).each([
  ['good', false, /Response verify OK[^]*: good/],
  ['revoked', false, /Response verify OK[^]*: revoked/],
  ['good', true, /Response Verify Failure/],
] as const)('openssl reads an answer that is %s, forged: %s', async (status, forged, words) => {
  const root = authority()
  const { certificatePem } = root.issue({ names: ['db.lab.test'] })
  const ca = await written('ca.pem', root.certificatePem)
  const leaf = await written('leaf.pem', certificatePem)
  const answer = await written('answer.der', root.ocsp(certificatePem, { status, forged }))
  const args = ['ocsp', '-respin', answer, '-issuer', ca, '-cert', leaf, '-CAfile', ca]
  const { stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  expect(stderr + stdout).toMatch(words)
})
