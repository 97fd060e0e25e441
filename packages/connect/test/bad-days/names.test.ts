import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { temporaryFile } from '@mongowhy/fault-kit'
import { needsFerretDb } from '@mongowhy/foreign'
import { expect, onTestFinished, test } from 'vitest'

const script = fileURLToPath(new URL('moving-names.ts', import.meta.url))
// Where the system's resolver is a server of ours, nothing about the application's look-ups has to be played.
const setUp = 'ip link set lo up && mount --bind "$0" /etc/resolv.conf && exec "$@"'

function run(resolvConf: string, command: readonly string[]): readonly [string, readonly string[]] {
  return ['unshare', ['-n', '-m', '--propagation', 'private', 'sh', '-c', setUp, resolvConf, ...command]]
}

function whyNot(resolvConf: string): string | null {
  if (process.platform !== 'linux') return 'network and mount namespaces are Linux’s'
  return spawnSync(...run(resolvConf, ['true'])).status === 0
    ? null
    : 'no namespaces in which a resolver of our own is the system’s can be had'
}

test(
  'the name of the server moves to another address, vanishes, and is back',
  { timeout: 150_000 },
  async (context) => {
    if (needsFerretDb.missing !== null) return context.skip(needsFerretDb.missing)
    const resolvConf = await temporaryFile(
      'resolv.conf',
      'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n',
    )
    onTestFinished(() => resolvConf.remove())
    const missing = whyNot(resolvConf.path)
    if (missing !== null) return context.skip(missing)
    const [command, args] = run(resolvConf.path, [process.execPath, '--import', 'tsx', script])
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    expect(JSON.parse(printed)).toEqual({
      seen: [
        { change: 'the server leaves its address', said: 'tcp-refused', works: false },
        { change: 'the name moves to its new one', said: 'pass', works: true },
        { change: 'the name is taken out of its zone', said: 'dns-host-missing', works: false },
        { change: 'the name is back', said: 'pass', works: true },
      ],
      moved: true,
      lost: 0,
      left: false,
      unhandled: [],
    })
  },
)
