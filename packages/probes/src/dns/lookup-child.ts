import { spawn } from 'node:child_process'

import type { Bound } from '../bound.ts'
import { bounded, remaining } from '../bounded.ts'
import { childEnvironment } from '../child-environment.ts'

/** Addresses in the system's order, or the code that `getaddrinfo` failed with. */
export type LookedUp = { readonly addresses: readonly string[] } | { readonly failed: string }

/** A command that prints addresses; how it is called and how its answer is read. */
export interface LookUpCommand {
  readonly file: string
  arguments(name: string): readonly string[]
  /** null: this command cannot tell. */
  read(output: string, status: number | null): LookedUp | null
}

/** What bears on a look-up: where the program is, and what the C library reads (resolver(5), ld.so(8), dyld(1)). */
export const bearing: readonly string[] = [
  'PATH',
  'SystemRoot',
  'HOSTALIASES',
  'LOCALDOMAIN',
  'RES_OPTIONS',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'DYLD_INSERT_LIBRARIES',
  'DYLD_LIBRARY_PATH',
]

/** Far more than any host has addresses. Bytes. */
const outputLimit = 65_536

// glibc's and musl's; some ten times faster to start than a runtime. It has one status for every failure.
const getent: LookUpCommand = {
  file: 'getent',
  arguments: (name) => ['ahosts', name],
  read: (output, status) => {
    const addresses = output.split('\n').flatMap((line) => line.match(/^[0-9a-fA-F:.%\w]+(?=\s)/) ?? [])
    return status === 0 && addresses.length > 0 ? { addresses: [...new Set(addresses)] } : null
  },
}

const script = `require('node:dns').lookup(process.argv[1],{all:true,verbatim:true,hints:require('node:dns').ADDRCONFIG},
(error,found)=>console.log(JSON.stringify(error?{failed:error.code}:{addresses:found.map(({address})=>address)})))`

const runtime: LookUpCommand = {
  file: process.execPath,
  arguments: (name) => ['-e', script, name],
  read: (output) => {
    try {
      return lookedUpIn(JSON.parse(output))
    } catch {
      return null
    }
  },
}

/** What a child of ours said; null where it is nothing of ours. */
export function lookedUpIn(said: unknown): LookedUp | null {
  if (typeof said !== 'object' || said === null) return null
  if ('failed' in said && typeof said.failed === 'string') return { failed: said.failed }
  if ('addresses' in said && Array.isArray(said.addresses)) return { addresses: said.addresses.map(String) }
  return null
}

const commands: readonly LookUpCommand[] = process.platform === 'linux' ? [getent, runtime] : [runtime]

/** Looks a name up in child processes that are killed at the bound; the first command that can tell decides. */
export async function lookUpInChild(
  name: string,
  bound: Bound,
  candidates: readonly LookUpCommand[] = commands,
): Promise<LookedUp> {
  const since = performance.now()
  for (const command of candidates) {
    const looked = await run(command, name, remaining(bound, since))
    if (looked !== null) return looked
  }
  return { failed: 'UNKNOWN' }
}

function run(command: LookUpCommand, name: string, bound: Bound): Promise<LookedUp | null> {
  return bounded<LookedUp | null>(
    bound,
    (done) => {
      const env = childEnvironment(bearing)
      const child = spawn(command.file, command.arguments(name), { stdio: ['ignore', 'pipe', 'ignore'], env })
      child.on('error', () => done(null))
      let output = ''
      // With no descriptor left there is no pipe, whatever the type says; the error follows.
      const { stdout }: Partial<Pick<typeof child, 'stdout'>> = child
      stdout?.setEncoding('latin1')
      stdout?.on('data', (chunk: string) => {
        output += chunk
        if (output.length > outputLimit) child.kill('SIGKILL')
      })
      child.on('close', (status) => done(command.read(output, status)))
      return () => {
        if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      }
    },
    () => ({ failed: 'ETIMEOUT' }),
  )
}
