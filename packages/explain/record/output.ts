import { spawn } from 'node:child_process'
import { homedir } from 'node:os'

// A driver that is not told how long to select a server waits 30 s.
const patienceMs = 50_000
const mostText = 200_000

/** Standard output and error of a command, as they came. */
export function output(
  [command = '', ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  boundMs: number = patienceMs,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { PATH: process.env.PATH, HOME: homedir(), NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let text = ''
    const take = (piece: string): void => {
      if (text.length < mostText) text += piece
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, boundMs)
    child.once('error', reject)
    child.once('close', (status) => {
      clearTimeout(timer)
      resolve(status === null ? `${text}\n(ended after ${boundMs / 1000} s)\n` : text)
    })
  })
}
