import { spawn } from 'node:child_process'

// A first build downloads and compiles some hundred modules; on two busy cores that takes minutes.
const withinMs = 20 * 60_000

const keptOutput = 20_000

interface Around {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a build tool to its end. Rejects with the end of what it printed when it fails or does not end. */
export async function runTool(command: string, args: readonly string[], around: Around = {}): Promise<void> {
  await outputOf(command, args, around)
}

/** Runs a tool to its end and resolves to the end of its standard output. Rejects as `runTool` does. */
export function outputOf(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: Around = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: withinMs,
      killSignal: 'SIGKILL',
    })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-keptOutput)))
    child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-keptOutput)))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${command} ended with ${signal ?? code}: ${(output + errors).trim()}`))
    })
  })
}
