import { expect, onTestFinished, test } from 'vitest'

import { lookUpInChild } from '../src/dns/lookup-child.ts'
import { versionOf } from '../src/env/version-of.ts'

const canary = 'canary-7f3d9b51-do-not-print'
const tellEnvironment = ['-e', 'console.log(JSON.stringify(process.env))']
const signal = new AbortController().signal

function withSecret(): void {
  process.env['MONGODB_URI'] = `mongodb://ada:${canary}@127.0.0.1/`
  onTestFinished(() => void delete process.env['MONGODB_URI'])
}

test('a look-up in a child process is not given our environment', async () => {
  withSecret()
  let said = ''
  const command = {
    file: process.execPath,
    arguments: () => tellEnvironment,
    read: (output: string) => {
      said = output
      return { addresses: [] }
    },
  }
  await lookUpInChild('db.lab.test', { signal, timeoutMs: 10_000 }, [command])
  expect(said).toContain('PATH')
  expect(said).not.toContain(canary)
})

test('a program that is asked its version is not given our environment', async () => {
  withSecret()
  const said = await versionOf(process.execPath, tellEnvironment, signal, 10_000)
  expect(said).toContain('PATH')
  expect(said).not.toContain(canary)
})
