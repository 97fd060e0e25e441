import { once } from 'node:events'
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { describe, expect, onTestFinished, test } from 'vitest'

import { validator } from '../../report/test/schema.ts'
import { interrupt, canary, folder, run, start } from './run.ts'

/** A port of loopback where nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A port that accepts and then says nothing. */
async function silentPort(): Promise<number> {
  const server = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

const uriAt = (port: number): string =>
  `mongodb://ada:${canary}@127.0.0.1:${port}/app?serverSelectionTimeoutMS=2000`
const valid = validator('diagnose')

describe('a diagnosis from the command line', () => {
  test('a closed port: the cause, on standard output alone, with status 1', async () => {
    const ran = await run(['env:URI'], { env: { URI: uriAt(await closedPort()) } })
    expect(ran).toMatchObject({ status: 1, stderr: '' })
    expect(ran.stdout).toContain('tcp-refused')
    expect(ran.stdout).not.toContain(canary)
  })

  test('--json fits its schema and --output keeps the very same, readable by its owner alone', async () => {
    const cwd = await folder()
    const env = { URI: uriAt(await closedPort()) }
    await writeFile(join(cwd, 'evidence.json'), 'old')
    const ran = await run(['env:URI', '--json', '--output', 'evidence.json'], { env, cwd })
    expect(valid(JSON.parse(ran.stdout))).toEqual([])
    expect(await readFile(join(cwd, 'evidence.json'), 'utf8')).toBe(ran.stdout)
    expect((await stat(join(cwd, 'evidence.json'))).mode & 0o777).toBe(0o600)
    expect(await readdir(cwd)).toEqual(['evidence.json'])
    expect(ran.stdout).not.toContain(canary)
  })

  test('a scheme in capitals is told, and the string it is in is no secret', async () => {
    const uri = `MONGODB://127.0.0.1:${await closedPort()}/`
    const ran = await run(['env:URI'], { env: { URI: uri } })
    expect(ran.status).toBe(1)
    expect(ran.stdout).toContain('uri-scheme')
    const secret = await run(['env:URI'], { env: { URI: uri.replace('127', `ada:${canary}@127`) } })
    expect(secret.status).toBe(1)
    expect(secret.stdout).not.toContain(canary)
  })

  test('--quiet is one line, --verbose lists the looks', async () => {
    const env = { URI: uriAt(await closedPort()) }
    const quiet = await run(['env:URI', '--quiet'], { env })
    expect(quiet.stdout.trim().split('\n')).toHaveLength(1)
    expect((await run(['env:URI', '--verbose'], { env })).stdout).toContain('tcp.connect#1')
  })

  test('colours are asked for and asked away', async () => {
    const URI = uriAt(await closedPort())
    const escape = '\u001b['
    expect((await run(['env:URI'], { env: { URI } })).stdout).not.toContain(escape)
    expect((await run(['env:URI'], { env: { URI, FORCE_COLOR: '1' } })).stdout).toContain(escape)
    expect((await run(['env:URI'], { env: { URI, FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout).not.toContain(
      escape,
    )
    expect((await run(['env:URI', '--no-color'], { env: { URI, FORCE_COLOR: '1' } })).stdout).not.toContain(
      escape,
    )
  })

  test('a reader that goes away changes nothing', async () => {
    const { child, ended } = start(['env:URI', '--verbose'], { env: { URI: uriAt(await closedPort()) } })
    child.stdout?.destroy()
    expect(await ended).toMatchObject({ status: 1, stderr: '' })
  })

  test('an interrupt while standard input is waited for ends with 130', async () => {
    const { child, ended } = start(['-'], { stdin: 'open' })
    await interrupt(child, 'SIGINT')
    expect(await ended).toEqual({ status: 130, stdout: '', stderr: '' })
  })

  test('an interrupt prints what is known and ends with 130', async () => {
    const env = { URI: uriAt(await silentPort()) }
    const { child, ended } = start(['env:URI', '--json', '--stage-timeout', '15s'], { env })
    await interrupt(child, 'SIGINT')
    const ran = await ended
    expect(ran.status).toBe(130)
    const document = JSON.parse(ran.stdout) as { interrupted: boolean }
    expect(document.interrupted).toBe(true)
    expect(valid(document)).toEqual([])
    expect(ran.stdout + ran.stderr).not.toContain(canary)
  })
})
