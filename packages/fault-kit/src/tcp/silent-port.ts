import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { Worker } from 'node:worker_threads'

import type { Served, Where } from '../served.ts'

// Two connections fill a backlog of 1 on Linux; other systems round it up. A slow connect that was taken for a stalled
// one stays open and fills the queue all the same.
const fewestFillers = 3
const mostFillers = 16
const stalledAfterMs = 50

/**
 * A port that answers nothing, not even the SYN, as behind a firewall that drops: a listener whose backlog is full.
 * Its thread stands still from the moment it listens, since libuv would accept eagerly otherwise.
 */
export async function silentPort(where: Where = {}): Promise<Served> {
  const wake = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(listener, {
    eval: true,
    workerData: { wake, host: where.host ?? '127.0.0.1', port: where.port ?? 0 },
  })
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const { host, port } = await listening(worker)
  const fillers = await fill(host, port)
  return {
    host,
    port,
    stop: () => {
      for (const filler of fillers) filler.destroy()
      Atomics.store(wake, 0, 1)
      Atomics.notify(wake, 0)
      return exited
    },
  }
}

const listener = `
const { parentPort, workerData } = require('node:worker_threads')
const { wake, host, port } = workerData
const server = require('node:net').createServer((socket) => socket.destroy())
server.on('error', (error) => {
  throw error
})
server.listen({ host, port, backlog: 1 }, () => {
  const { address, port } = server.address()
  parentPort.postMessage({ host: address, port })
  Atomics.wait(wake, 0, 0)
  process.exit(0)
})
`

function listening(worker: Worker): Promise<{ readonly host: string; readonly port: number }> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

async function fill(host: string, port: number): Promise<readonly Socket[]> {
  const fillers: Socket[] = []
  while (fillers.length < mostFillers) {
    const filler = connect({ host, port })
    filler.on('error', () => undefined)
    fillers.push(filler)
    if (!(await connects(filler)) && fillers.length >= fewestFillers) break
  }
  return fillers
}

function connects(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), stalledAfterMs)
    const settle = (connected: boolean) => () => {
      clearTimeout(timer)
      resolve(connected)
    }
    socket.once('connect', settle(true))
    socket.once('error', settle(false))
  })
}
