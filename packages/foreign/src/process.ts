import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { connect } from 'node:net'

import { freePort } from './free-port.ts'
import type { Machine } from './namespaces.ts'

/** A foreign server that runs until it is stopped. */
export interface Running {
  readonly host: string
  readonly port: number
  /** The end of what it printed so far. */
  output(): string
  /** Resolves when the process is gone; may be called again. */
  stop(): Promise<void>
}

export interface Launch {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** The machine that it runs on; this one unless given. Elsewhere its port cannot be tried, so `readyWhen` is needed. */
  readonly on?: Machine
  /** The server is ready when this appears in what it prints; when something accepts at the port, unless given. */
  readonly readyWhen?: RegExp
  /** Called when the process is gone. */
  readonly cleanUp?: () => Promise<void>
}

// A Java server on two busy cores was seen to need 6 s.
const readyWithinMs = 30_000

// A server that does not end when asked politely is killed; nothing of it is worth waiting for.
const politelyMs = 2_000

const keptOutput = 20_000

/** Starts a server at a free port of 127.0.0.1 and waits until it is ready. Rejects with what it printed if it ends before. */
export async function startServer(launch: (port: number) => Launch | Promise<Launch>): Promise<Running> {
  let failure: unknown
  // Another process may take the port first; a server that fails for another reason fails again.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const port = await freePort()
    const chosen = await launch(port)
    try {
      return await start(chosen, port)
    } catch (error) {
      failure = error
      await chosen.cleanUp?.()
    }
  }
  throw failure
}

async function start(launch: Launch, port: number): Promise<Running> {
  const { env = {}, cwd, on } = launch
  const [command, ...args] = on?.wrap(launch.command, launch.args) ?? [launch.command, ...launch.args]
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  let output = ''
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-keptOutput)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  child.stdin.on('error', () => undefined)
  const gone = ended(child)
  let stopped: Promise<void> | null = null
  const stop = (): Promise<void> => (stopped ??= end(child, gone, kill).then(launch.cleanUp))
  try {
    await ready(launch, port, () => output, gone)
  } catch (error) {
    await end(child, gone, kill)
    throw error
  }
  return { host: on?.address ?? '127.0.0.1', port, output: () => output, stop }
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(`ended with ${signal ?? code}`))
  })
}

async function end(child: ChildProcess, gone: Promise<string>, kill: () => void): Promise<void> {
  const timer = setTimeout(kill, politelyMs)
  child.kill('SIGTERM')
  await gone
  clearTimeout(timer)
  process.off('exit', kill)
}

async function ready(
  { command, readyWhen }: Launch,
  port: number,
  output: () => string,
  gone: Promise<string>,
): Promise<void> {
  let how: string | null = null
  void gone.then((said) => (how = said))
  const deadline = Date.now() + readyWithinMs
  while (Date.now() < deadline) {
    if (how !== null) throw new Error(`${command} ${String(how)}: ${output()}`)
    if (readyWhen === undefined ? await accepts(port) : readyWhen.test(output())) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${command} was not ready after ${readyWithinMs} ms: ${output()}`)
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
