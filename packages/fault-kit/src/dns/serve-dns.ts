import { createSocket } from 'node:dgram'
import type { Socket as UdpSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

import { listen } from '../served.ts'
import type { Served, Where } from '../served.ts'
import { replyTo } from './answer.ts'
import type { Reply, Transport } from './answer.ts'
import { readQuery } from './query.ts'
import { typeName } from './records.ts'
import { resolve } from './resolve.ts'
import { answerFrames } from './tcp-frames.ts'
import type { Misanswer, Zone } from './zone.ts'

export interface DnsOptions extends Where {
  readonly zone: Zone
  /** The answer for names outside the zone; `nxdomain` unless told. */
  readonly otherwise?: Misanswer
  /** How each question is answered the first so many times that it is asked. */
  readonly first?: { readonly answer: Misanswer; readonly times: number }
  /** `false` leaves TCP closed: for truncated answers that cannot be fetched. */
  readonly tcp?: boolean
  readonly delayMs?: number
}

export interface AskedQuestion {
  readonly name: string
  /** `A`, `SRV` and so on; the number where it is another. */
  readonly type: string
  readonly transport: Transport
}

export interface ServedDns extends Served {
  /** `host:port`, as `dns.setServers` and `--dns` take it. */
  readonly address: string
  /** Every question so far, in order. */
  readonly asked: readonly AskedQuestion[]
}

/** A resolver over UDP and TCP on one port. What is no query is not answered. */
export async function serveDns(options: DnsOptions): Promise<ServedDns> {
  const asked: AskedQuestion[] = []
  const stopped = new AbortController()
  const answer = async (bytes: Buffer, transport: Transport): Promise<Reply> => {
    const query = readQuery(bytes)
    if (query === null) return { is: 'silent' }
    const type = typeName(query.type) ?? String(query.type)
    const before = asked.filter((each) => each.name === query.name && each.type === type).length
    asked.push({ name: query.name, type, transport })
    if (options.delayMs !== undefined) await delay(options.delayMs, stopped.signal)
    if (options.first !== undefined && before < options.first.times) {
      return replyTo(query, { is: 'misanswer', how: options.first.answer }, transport)
    }
    return replyTo(query, resolve(options.zone, query, options.otherwise ?? 'nxdomain'), transport)
  }
  const { udp, served } = await bindBoth(options, answer)
  udp.on('message', (bytes, from) => {
    void answer(bytes, 'udp').then((reply) => {
      if (reply.is === 'bytes' && !stopped.signal.aborted) udp.send(reply.bytes, from.port, from.address)
    })
  })
  udp.on('error', () => undefined)
  const { host, port } = served
  return {
    host,
    port,
    address: host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`,
    asked,
    stop: async () => {
      if (!stopped.signal.aborted) {
        stopped.abort()
        await new Promise<void>((resolve) => udp.close(resolve))
      }
      await served.stop()
    },
  }
}

const attempts = 20

/** UDP and TCP on the same port: a port that only one of them gets is given back, and another tried. */
async function bindBoth(
  options: DnsOptions,
  answer: (bytes: Buffer, transport: Transport) => Promise<Reply>,
): Promise<{ readonly udp: UdpSocket; readonly served: Served }> {
  const host = options.host ?? '127.0.0.1'
  for (let attempt = 1; ; attempt += 1) {
    const udp = createSocket(host.includes(':') ? 'udp6' : 'udp4')
    try {
      const port = await bind(udp, host, options.port ?? 0)
      if (options.tcp === false) return { udp, served: { host, port, stop: () => Promise.resolve() } }
      return {
        udp,
        served: await listen(
          createServer((socket) => answerFrames(socket, answer)),
          { host, port },
        ),
      }
    } catch (error) {
      udp.close()
      if (options.port !== undefined || attempt === attempts) throw error
    }
  }
}

function bind(udp: UdpSocket, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    udp.once('error', reject)
    udp.bind(port, host, () => {
      udp.off('error', reject)
      resolve(udp.address().port)
    })
  })
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return wait(ms, undefined, { signal }).catch(() => undefined)
}
