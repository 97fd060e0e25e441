import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'

import { childEnvironment } from '../child-environment.ts'

/** A shell prints its version at once; one that compiles itself first is not worth the wait. Milliseconds. */
const versionTimeoutMs = 1_500

/** A version is a few lines; bytes. */
const mostOutput = 16_384

/** Where programs are and who the user is. */
const kept = ['PATH', 'HOME', 'SystemRoot', 'PYENV_ROOT', 'JAVA_HOME', 'GOROOT', 'TMPDIR']
const quiet = { LC_ALL: 'C', GOTOOLCHAIN: 'local', GOENV: 'off' }

// What stands on PATH is often a shim that starts shells of its own; in a group of their own they can be ended with it.
const grouped = process.platform !== 'win32'

/** What a program prints about its version, standard output before standard error; null when it fails or takes too long. */
export function versionOf(
  file: string,
  args: readonly string[],
  signal: AbortSignal,
  timeoutMs: number,
): Promise<string | null> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(null)
      return
    }
    const child = spawn(file, args, {
      // Not where the user stands: an interpreter would import what lies there.
      cwd: '/',
      env: childEnvironment(kept, quiet),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: grouped,
      windowsHide: true,
    })
    const said = { stdout: '', stderr: '' }
    const end = (result: string | null): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      if (result === null) endGroup(child)
      resolve(result)
    }
    const stop = (): void => end(null)
    const timer = setTimeout(stop, Math.min(timeoutMs, versionTimeoutMs))
    signal.addEventListener('abort', stop, { once: true })
    child.once('error', stop)
    // With no descriptor left there are no pipes, whatever the type says; the error follows.
    const pipes: Partial<Pick<typeof child, 'stdout' | 'stderr'>> = child
    for (const name of ['stdout', 'stderr'] as const) {
      pipes[name]?.setEncoding('utf8').on('data', (text: string) => {
        said[name] += text
        if (said[name].length > mostOutput) stop()
      })
    }
    child.once('close', (status) => {
      const text = `${said.stdout}\n${said.stderr}`.trim()
      end(status !== 0 || text === '' ? null : text)
    })
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
