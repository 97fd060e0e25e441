import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'

// What stands on PATH is often a shim that starts shells of its own; in a group of their own they can be ended with it.
const grouped = process.platform !== 'win32'

export interface Ran {
  /** Standard output before standard error. */
  readonly output: string
  /** It ended by itself, and well. */
  readonly ended: boolean
}

/**
 * What a program prints, at the lowest priority and from the root folder. At the bound, at an abort and beyond
 * `mostOutput` characters it is ended with all that it started, and what it printed by then is the answer.
 */
export function outputOf(
  file: string,
  args: readonly string[],
  signal: AbortSignal,
  options: { readonly env: Record<string, string>; readonly timeoutMs: number; readonly mostOutput: number },
): Promise<Ran> {
  return new Promise((resolve) => {
    const said = { stdout: '', stderr: '' }
    const tell = (ended: boolean): void => resolve({ output: `${said.stdout}\n${said.stderr}`, ended })
    if (signal.aborted) return tell(false)
    const child = spawn(file, args, {
      // Not where the user stands: an interpreter would import what lies there.
      cwd: '/',
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: grouped,
      windowsHide: true,
    })
    const end = (well: boolean): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      if (!well) endGroup(child)
      tell(well)
    }
    const stop = (): void => end(false)
    const timer = setTimeout(stop, options.timeoutMs)
    signal.addEventListener('abort', stop, { once: true })
    child.once('error', stop)
    // With no descriptor left there are no pipes, whatever the type says; the error follows.
    const pipes: Partial<Pick<typeof child, 'stdout' | 'stderr'>> = child
    for (const name of ['stdout', 'stderr'] as const) {
      pipes[name]?.setEncoding('utf8').on('data', (text: string) => {
        said[name] += text
        if (said[name].length > options.mostOutput) stop()
      })
    }
    child.once('close', (status) => end(status === 0))
    lower(child.pid)
  })
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(grouped ? -pid : pid, 'SIGKILL')
  } catch {
    // It has ended already, with all that it started.
  }
}

/** The diagnosis goes first on a small machine. */
function lower(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended already, or the system forbids it; either way nothing depends on it.
  }
}
