import { randomBytes } from 'node:crypto'

import { outputOf } from './build/run-tool.ts'
import { findProgram, programPath } from './program.ts'
import type { Tool } from './tools.ts'

/** Two machines on one wire, in network namespaces of their own: nothing in them reaches the network of the host. */
export interface TwoMachines {
  /** The client's side; `wrap` makes a command run there. */
  readonly client: Machine
  readonly server: Machine
  remove(): Promise<void>
}

export interface Machine {
  readonly address: string
  /** The command line that runs a program on this machine. */
  wrap(command: string, args: readonly string[]): readonly [string, ...string[]]
  /** Runs a tool of the network there: `iptables`, `ip`. */
  run(command: 'iptables' | 'ip6tables' | 'ip' | 'sysctl', ...args: readonly string[]): Promise<void>
}

const clientAddress = '10.77.0.1'
const serverAddress = '10.77.0.2'

/** What network namespaces need: root, and the tools. */
export const needsNamespaces: Tool = { missing: whyNot() }

function whyNot(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are Linux’s'
  if (process.getuid?.() !== 0) return 'network namespaces need root'
  const missing = ['ip', 'iptables'].filter((name) => findProgram(name) === null)
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`
}

/** Makes the two machines. Rejects where the kernel does not let us. */
export async function twoMachines(): Promise<TwoMachines> {
  const id = randomBytes(3).toString('hex')
  const names = { client: `mongowhy-${id}-c`, server: `mongowhy-${id}-s` }
  const ip = (...args: readonly string[]): Promise<string> => outputOf(programPath('ip'), args)
  const remove = async (): Promise<void> => {
    for (const name of Object.values(names)) await ip('netns', 'del', name).catch(() => undefined)
  }
  try {
    for (const name of Object.values(names)) {
      await ip('netns', 'add', name)
      await ip('-n', name, 'link', 'set', 'lo', 'up')
    }
    await ip(
      '-n',
      names.client,
      'link',
      'add',
      'wire',
      'type',
      'veth',
      'peer',
      'name',
      'wire',
      'netns',
      names.server,
    )
    const client = machine(names.client, clientAddress)
    const server = machine(names.server, serverAddress)
    for (const [name, { address }] of [
      [names.client, client],
      [names.server, server],
    ] as const) {
      await ip('-n', name, 'address', 'add', `${address}/24`, 'dev', 'wire')
      await ip('-n', name, 'link', 'set', 'wire', 'up')
    }
    return { client, server, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

function machine(name: string, address: string): Machine {
  const wrap: Machine['wrap'] = (command, args) => [
    programPath('ip'),
    'netns',
    'exec',
    name,
    command,
    ...args,
  ]
  return {
    address,
    wrap,
    run: async (command, ...args) => {
      const [first, ...rest] = wrap(programPath(command), args)
      await outputOf(first, rest)
    },
  }
}
