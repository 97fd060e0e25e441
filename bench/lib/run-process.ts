import { spawn } from 'node:child_process'

export interface Ran {
  readonly tookMs: number
  /** Null where it had to be killed at its bound. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const keptCharacters = 5_000_000

/** Runs a command as a whole process and times it; kills it at the bound. */
export function runProcess(
  command: string,
  args: readonly string[],
  options: { readonly boundMs: number; readonly env?: NodeJS.ProcessEnv },
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
    })
    const out: string[] = []
    const err: string[] = []
    const keep = (into: string[]) => (chunk: Buffer) => {
      if (into.length * 65_536 < keptCharacters) into.push(chunk.toString())
    }
    child.stdout.on('data', keep(out))
    child.stderr.on('data', keep(err))
    const timer = setTimeout(() => child.kill('SIGKILL'), options.boundMs)
    child.once('error', reject)
    child.once('close', (status) => {
      clearTimeout(timer)
      resolve({ tookMs: performance.now() - began, status, stdout: out.join(''), stderr: err.join('') })
    })
  })
}
