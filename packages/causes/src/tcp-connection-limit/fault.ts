import { connect } from 'node:net'
import type { Socket } from 'node:net'

import { acceptAndClose, serveTcp, speakMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

const limit = 3

export const fault: Fault = defineFault({
  code: 'tcp-connection-limit',
  summary: 'a server that takes three connections, all of which somebody holds',
  certainty: 'possible',
  async start() {
    const serve = speakMongo({ users: [ada] })
    const refuse = acceptAndClose()
    let held = 0
    const server = await serveTcp((socket) => {
      if (held >= limit) return refuse(socket)
      held += 1
      socket.once('close', () => {
        held -= 1
      })
      return serve(socket)
    })
    const holders = Array.from({ length: limit }, () => connect({ host: server.host, port: server.port }))
    await Promise.all(holders.map(connected))
    return {
      uri: `mongodb://ada:${canary}@${server.host}:${server.port}/?authSource=admin`,
      stop: async () => {
        for (const holder of holders) holder.destroy()
        await server.stop()
      },
    }
  },
})

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('error', reject)
  })
}
