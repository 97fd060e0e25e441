import { readdirSync, readFileSync } from 'node:fs'

import { expect } from 'vitest'

import { canary, folder, start } from './run.ts'
import type { Around, Ran } from './run.ts'

// A healthy run stays below 80 MB; what a peer sends may cost some more, and not without bound.
const mostMegabytes = 320

// Control characters but for the line feed, bidirectional and zero-width characters: all can forge what a person reads.
const forging =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/** How a password may stand in a text without being found by its letters. */
const secretForms = [
  canary,
  canary.toUpperCase(),
  Buffer.from(canary).toString('base64').replace(/=+$/, ''),
  Buffer.from(canary).toString('hex'),
  Array.from(canary, (char) => `%${char.charCodeAt(0).toString(16)}`).join(''),
]

/** Whether a text holds the canary, in any form that a program may give it. */
export function holdsCanary(text: string): boolean {
  return secretForms.some((form) => text.includes(form))
}

export interface Met extends Ran {
  readonly code: string | null
  readonly outcome: string
}

/**
 * Runs a diagnosis that meets something hostile, and checks what must hold whatever it met: it ends with a verdict, nothing
 * forges the output, no secret stands in it, memory is bounded, and no process and no file is left.
 */
export async function diagnosed(args: readonly string[], around: Around = {}): Promise<Met> {
  const [cwd, temporary] = [around.cwd ?? (await folder()), await folder()]
  const env = { ...around.env, TMPDIR: temporary }
  const all = ['--stage-timeout', '1s', '--output', 'evidence.json', '--verbose', ...args]
  const { child, ended } = start(all, { ...around, env, cwd })
  const watched = watchMemory(child.pid ?? 0)
  const ran = await ended.finally(() => clearInterval(watched.timer))
  const document = readFileSync(`${cwd}/evidence.json`, 'utf8')
  const { verdict } = JSON.parse(document) as {
    readonly verdict: { readonly outcome: string; readonly primary: { readonly code: string } | null }
  }
  expect([0, 1, 2]).toContain(ran.status)
  for (const text of [ran.stdout, ran.stderr, document]) {
    expect(holdsCanary(text)).toBe(false)
    expect(forging.exec(text)?.[0].codePointAt(0)?.toString(16) ?? null).toBeNull()
  }
  expect(ran.stderr).toBe('')
  expect(ran.stdout.length).toBeLessThan(200_000)
  expect(document.length).toBeLessThan(4_000_000)
  expect(watched.peak()).toBeLessThan(mostMegabytes)
  expect(readdirSync(temporary)).toEqual([])
  expect(processesWith(temporary)).toEqual([])
  return { ...ran, code: verdict.primary?.code ?? null, outcome: verdict.outcome }
}

/** The most memory that a process has had, in megabytes; 0 where the system does not tell. */
function watchMemory(pid: number): { readonly timer: NodeJS.Timeout; readonly peak: () => number } {
  let peak = 0
  const timer = setInterval(() => {
    const status = read(`/proc/${pid}/status`)
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
  }, 50)
  return { timer, peak: () => peak }
}

/** Processes whose environment names a folder: those that a run has left behind. */
function processesWith(name: string): readonly string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => read(`/proc/${pid}/environ`).includes(name))
    .map((pid) => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' '))
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    // It has ended, or is not ours to look at.
    return ''
  }
}
