import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Starts a server of `bench/lib` in a process of its own; `said` is the line that it prints when it is up. */
export async function serverProcess(
  script: string,
  args: readonly string[],
): Promise<{ readonly said: string; stop(): void }> {
  const child = spawn('npx', ['tsx', join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const [first]: readonly unknown[] = await once(child.stdout, 'data')
  return {
    said: String(first).trim(),
    stop: () => {
      if (child.pid !== undefined) process.kill(-child.pid)
    },
  }
}
