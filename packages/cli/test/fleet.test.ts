import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { closedPort, serveMongo } from '@mongowhy/fault-kit'
import { expect, onTestFinished, test } from 'vitest'

import { holdsCanary } from './hostile.ts'
import { canary, folder, run, start } from './run.ts'

interface Line {
  readonly target: { readonly source: string }
  readonly verdict: { readonly outcome: string; readonly primary: { readonly code: string } | null }
}

function verdicts(stdout: string): Record<string, string> {
  const lines = stdout
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Line)
  return Object.fromEntries(
    lines.map(({ target, verdict }) => [target.source, verdict.primary?.code ?? verdict.outcome]),
  )
}

test('every line has its verdict, whatever stands in it', async () => {
  const [mongo, closed] = [await serveMongo(), await closedPort()]
  onTestFinished(() => mongo.stop())
  onTestFinished(() => closed.stop())
  const cwd = await folder()
  const lines = [
    '# first a comment',
    '',
    `good mongodb://127.0.0.1:${mongo.port}/`,
    `mongodb://ada:${canary}@127.0.0.1:${closed.port}/ # and why`,
    'env:UNSET',
    'env:SET',
    `split mongodb://ada:${canary} more@127.0.0.1:${closed.port}/`,
    'word',
    `\u001b[31mred mongo://ada:${canary}@h/`,
    'a'.repeat(1_000_000),
  ]
  await writeFile(join(cwd, 'list'), `\ufeff${lines.join('\r\n')}`)
  const env = { SET: `mongodb://ada:${canary}@127.0.0.1:${closed.port}/` }
  const ran = await run(['--targets', 'list'], { cwd, env })
  expect(ran.status).toBe(1)
  expect(holdsCanary(ran.stdout + ran.stderr)).toBe(false)
  expect(ran.stdout + ran.stderr).not.toContain('\u001b')
  expect(verdicts(ran.stdout)).toMatchObject({
    'targets:good': 'healthy',
    'targets:line 4': 'tcp-refused',
    'targets:line 5': 'uri-empty',
    'targets:line 6': 'tcp-refused',
    'targets:split': expect.any(String),
    'targets:line 8': 'uri-scheme',
    'targets:line 10': expect.any(String),
  })
  expect(ran.stderr).toMatch(/^8 of 8 targets in /m)
  expect(ran.stderr).toMatch(/3 {2}tcp-refused +The port is closed\n +line/)
})

test('from standard input; nothing in it is wrong usage', async () => {
  expect(await run(['--targets', '-'], { stdin: '# nothing\n' })).toMatchObject({ status: 3, stdout: '' })
  const ran = await run(['--targets', '-', '--quiet'], { stdin: 'mongo://h\n' })
  expect(ran).toMatchObject({ status: 1, stderr: '' })
})

test('an interrupt, and a reader that goes away: what runs is ended, and nothing more begun', async () => {
  const mongo = await serveMongo({ delayMs: 200 })
  onTestFinished(() => mongo.stop())
  const many = Array.from({ length: 200 }, (_, at) => `mongodb://127.0.0.1:${mongo.port}/db${at}`).join('\n')
  const cwd = await folder()
  await writeFile(join(cwd, 'list'), many)
  const stopped = start(['--targets', 'list', '--concurrency', '4'], { cwd })
  stopped.child.stdout?.once('data', () => stopped.child.kill('SIGINT'))
  const ran = await stopped.ended
  expect(ran.status).toBe(130)
  expect(ran.stderr).toMatch(/^\d+ of 200 targets in /m)
  const unheard = start(['--targets', 'list', '--concurrency', '4'], { cwd })
  unheard.child.stdout?.once('data', () => unheard.child.stdout?.destroy())
  expect((await unheard.ended).status).toBe(130)
})
