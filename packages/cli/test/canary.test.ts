import { readdirSync, readFileSync } from 'node:fs'

import { silentPort } from '@mongowhy/fault-kit'
import { describe, expect, onTestFinished, test } from 'vitest'

import { holdsCanary } from './hostile.ts'
import { interrupt, canary, run, start } from './run.ts'

async function silent(): Promise<string> {
  const { host, port, stop } = await silentPort()
  onTestFinished(stop)
  return `mongodb://ada:${canary}@${host}:${port}/app`
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    // It ended in between.
    return ''
  }
}

/** The children of a process, whatever they are. */
function childrenOf(parent: number): readonly string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ')[1] === String(parent))
}

describe.skipIf(process.platform !== 'linux')('who looks at the processes', () => {
  test('sees no password in our arguments, nor in those and the environment of what we start', async () => {
    const uri = await silent()
    const { child, ended } = start([uri], { env: { MONGODB_URI: uri } })
    const pid = child.pid ?? 0
    const seen: string[] = []
    const watching = setInterval(() => {
      for (const each of childrenOf(pid)) {
        const command = read(`/proc/${each}/cmdline`)
        // Between fork and exec a child is a copy of ourselves, title and environment included.
        if (!command.startsWith('mongowhy')) seen.push(command, read(`/proc/${each}/environ`))
      }
    }, 20)
    await expect.poll(() => read(`/proc/${pid}/cmdline`), { timeout: 5_000 }).toMatch(/^mongowhy/)
    expect(holdsCanary(read(`/proc/${pid}/cmdline`))).toBe(false)
    await ended.finally(() => clearInterval(watching))
    expect(seen.some((text) => text !== '')).toBe(true)
    expect(seen.filter(holdsCanary)).toEqual([])
  })
})

describe('an interrupt', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s tells what is known, and no password', async (signal) => {
    const { child, ended } = start(['env:URI', '--json'], { env: { URI: await silent() } })
    await interrupt(child, signal)
    const ran = await ended
    expect(ran.status).toBe(130)
    expect(JSON.parse(ran.stdout)).toMatchObject({ interrupted: true })
    expect(holdsCanary(ran.stdout + ran.stderr)).toBe(false)
  })
})

test.each([
  `mongo://ada:${canary}@127.0.0.1:1/`,
  `postgres://ada:${canary}@127.0.0.1:1/`,
  `ada:${canary}@127.0.0.1:1`,
  `ada:${canary}`,
])('a misspelt connection string is repeated without its password: %s', async (uri) => {
  const ran = await run([uri, '--offline', '--verbose'])
  expect(ran.status).toBe(1)
  expect(holdsCanary(ran.stdout + ran.stderr)).toBe(false)
})
