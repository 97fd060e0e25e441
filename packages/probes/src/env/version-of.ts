import { execFile } from 'node:child_process'
import { constants, setPriority } from 'node:os'

import { childEnvironment } from '../child-environment.ts'

/** A shell prints its version at once; one that compiles itself first is not worth the wait. Milliseconds. */
const versionTimeoutMs = 1_500

/** Where programs are and who the user is. */
const kept = ['PATH', 'HOME', 'SystemRoot', 'PYENV_ROOT', 'JAVA_HOME', 'GOROOT', 'TMPDIR']
const quiet = { LC_ALL: 'C', GOTOOLCHAIN: 'local', GOENV: 'off' }

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
    const child = execFile(
      file,
      args,
      {
        // Not where the user stands: an interpreter would import what lies there.
        cwd: '/',
        env: childEnvironment(kept, quiet),
        timeout: Math.min(timeoutMs, versionTimeoutMs),
        killSignal: 'SIGKILL',
        maxBuffer: 16_384,
        signal,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        const said = `${stdout}\n${stderr}`.trim()
        resolve(error !== null || said === '' ? null : said)
      },
    )
    child.stdin?.end()
    lower(child.pid)
  })
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
