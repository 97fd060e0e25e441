import { serveAlert } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-refused-before-certificate',
  summary:
    'an Atlas cluster that refuses this address: alert 80 right after the TLS hello, from every member',
  certainty: 'likely',
  async start() {
    const { port, stop } = await serveAlert({ alert: 80 })
    const hosts = [0, 1, 2].map((member) => `cluster0-shard-00-0${member}.ab1cd.mongodb.net`)
    const seeds = hosts.map((host) => `${host}:${port}`).join(',')
    return {
      uri: `mongodb://ada:${canary}@${seeds}/?tls=true&authSource=admin`,
      options: { resolve: hosts.map((host) => ({ host, port, address: '127.0.0.1' })) },
      stop,
    }
  },
})
