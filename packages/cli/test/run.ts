import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { onTestFinished } from 'vitest'

import { sourcesHash } from '../../../scripts/sources.mjs'

export const bin: string = fileURLToPath(new URL('../bin/mongowhy.js', import.meta.url))
const stamp = new URL('../dist/.sources', import.meta.url)

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourcesHash()) {
  throw new Error(
    'These tests run the built command, and it is older than the sources: run `npm run build` first',
  )
}

export const canary = 'canary-7f3d9b51-do-not-print'

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ReturnType<typeof spawn>
  readonly ended: Promise<Ran>
}

export interface Around {
  readonly env?: Readonly<Record<string, string>>
  /** What stands on it; `open`: it never ends; a file, as the shell's `<` puts it there. */
  readonly stdin?: string | 'open' | { readonly file: string }
  readonly cwd?: string
}

/** Starts the built command as a user would, with nothing of this process's environment but the path. */
export function start(
  args: readonly string[],
  { env = {}, stdin = '', cwd = tmpdir() }: Around = {},
): Running {
  const input = typeof stdin === 'string' ? null : openSync(stdin.file, 'r')
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: [input ?? 'pipe', 'pipe', 'pipe'],
  })
  if (input !== null) closeSync(input)
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdin?.on('error', () => {})
  if (typeof stdin === 'string' && stdin !== 'open') child.stdin?.end(stdin)
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, stdout, stderr }))
  })
  return { child, ended }
}

/** Runs the built command to its end. */
export function run(args: readonly string[], around: Around = {}): Promise<Ran> {
  return start(args, around).ended
}

/** An empty folder that is gone after the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'mongowhy-test-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

// What the command loads before it takes signals, on a machine that is busy.
const loadingMs = 2_000

/** Sends the signal once the command is surely at its work. */
export async function interrupt(child: Running['child'], signal: 'SIGINT' | 'SIGTERM'): Promise<void> {
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline && !hasBegun(child.pid)) await delay(20)
  await delay(loadingMs)
  child.kill(signal)
}

/** It shows by its title that it runs. Where the system keeps no list of processes in files, time alone tells. */
function hasBegun(pid: number | undefined): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('mongowhy')
  } catch {
    // It has ended: there is nothing to wait for.
    return true
  }
}
