import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'

import { closedPort } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

// What it takes to start the program that raises the limit again, and some to spare.
const held = 32

export const fault: Fault = defineFault({
  code: 'env-sockets-exhausted',
  // Another process has a limit of its own, and does not meet this.
  summary: 'A process that may open no more files (this process only).',
  certainty: 'certain',
  unavailable: () =>
    spawnSync('prlimit', ['--version']).status === 0
      ? null
      : 'it takes prlimit (Linux) to lower the limit of a process that runs',
  start: async () => {
    const server = await closedPort()
    const before = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1] ?? ''
    const files = Array.from({ length: held }, () => openSync('/dev/null', 'r'))
    // A new descriptor takes the lowest number that is free, so that every number up to the last of these is taken.
    limitTo(String(Math.max(...files) + 1))
    return {
      uri: `mongodb://ada:${canary}@${server.host}:${server.port}/`,
      stop: async () => {
        for (const file of files) closeSync(file)
        limitTo(before)
        await server.stop()
      },
    }
  },
})

/** Sets the soft limit of this process; the hard one stays, so that it can be raised again. */
function limitTo(files: string): void {
  const { status } = spawnSync('prlimit', ['--pid', String(process.pid), `--nofile=${files}:`])
  if (status !== 0) throw new Error('prlimit could not set the limit of this process')
}
