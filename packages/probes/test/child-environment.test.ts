import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { lookUpInChild } from '../src/dns/lookup-child.ts'
import { versionsOf } from '../src/env/version-of.ts'

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
  const [said] = await versionsOf([{ file: process.execPath, args: tellEnvironment }], signal, 10_000)
  expect(said).toContain('PATH')
  expect(said).not.toContain(canary)
})

// A shell at the lowest priority takes its time on a machine that is busy.
const patience = { timeout: 10_000 }

test.skipIf(process.platform === 'win32').each(['interrupt', 'bound'])(
  'a program that starts others is ended with them, at the %s',
  async (what) => {
    const folder = await mkdtemp(join(tmpdir(), 'mongowhy-shim-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const shim = join(folder, 'python3')
    // The inner sleep would outlive a shell that is killed alone.
    await writeFile(shim, `#!/bin/sh\nsh -c 'echo $$ > ${folder}/pid; sleep 60'\n`, { mode: 0o755 })
    const stop = new AbortController()
    const asked = versionsOf([{ file: shim, args: [] }], stop.signal, what === 'bound' ? 1_400 : 60_000)
    await expect.poll(() => readFile(join(folder, 'pid'), 'utf8').catch(() => ''), patience).toMatch(/\d/)
    if (what === 'interrupt') stop.abort()
    expect(await asked).toEqual([null])
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8'))
    await expect.poll(() => isRunning(pid), patience).toBe(false)
  },
)

/** One that has ended and that nobody has asked after yet does not run any more. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch (error) {
    // Without /proc, the signal that found it has the last word.
    return (
      error instanceof Error && 'code' in error && error.code === 'ENOENT' && process.platform !== 'linux'
    )
  }
}
