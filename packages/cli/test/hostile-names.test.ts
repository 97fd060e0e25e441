import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { Socket } from 'node:net'

import { serveTcp } from '@mongowhy/fault-kit'
import { describe, expect, onTestFinished, test } from 'vitest'

import { diagnosed } from './hostile.ts'
import { flood, forged } from './hostile-peers.ts'
import { canary } from './run.ts'

describe('what should be a SOCKS5 proxy', () => {
  test.each([
    ['sends garbage without end', flood(Buffer.alloc(65_536, 0x41)), 'proxy-not-socks'],
    [
      'sends half a reply',
      (socket: Socket) => void socket.on('data', () => socket.write(Buffer.from([5, 0, 5]))),
      null,
    ],
    ['reads nothing', (socket: Socket) => void socket.pause(), null],
  ])('%s', async (_, behave, code) => {
    const { host, port, stop } = await serveTcp(behave)
    onTestFinished(stop)
    const uri = `mongodb://ada:${canary}@127.0.0.1:1/`
    const met = await diagnosed(['env:URI', '--proxy', `socks5://bob:${canary}@${host}:${port}`], {
      env: { URI: uri },
    })
    if (code !== null) expect(met.code).toBe(code)
    expect(met.outcome).not.toBe('healthy')
  })
})

describe('what should be a resolver', () => {
  const none: Uint8Array = Buffer.alloc(0)
  const question = (asked: Buffer): Buffer => asked.subarray(12, asked.length - (asked[11] === 1 ? 11 : 0))
  const reply = (
    asked: Buffer,
    { id = asked.readUInt16BE(0), flags = 0x8180, count = 0, rest = none } = {},
  ) => {
    const head = Buffer.alloc(12)
    for (const [at, value] of [id, flags, 1, count].entries()) head.writeUInt16BE(value, at * 2)
    return Buffer.concat([head, question(asked), rest])
  }
  const srv = (target: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from([0xc0, 12, 0, 33, 0, 1, 0, 0, 0, 0, 0, 6 + target.length, 0, 0, 0, 0, 0x69, 0x89]),
      target,
    ])
  const name = (label: string): Buffer =>
    Buffer.concat([Buffer.from([label.length]), Buffer.from(label), Buffer.from('\x03lab\x04test\0')])
  const many = (of: number): Buffer => Buffer.concat(Array.from({ length: of }, (_, n) => srv(name(`h${n}`))))

  test.each([
    [
      'points a name to itself',
      (asked: Buffer) =>
        reply(asked, { count: 1, rest: srv(Buffer.from([0xc0, question(asked).length + 30])) }),
    ],
    ['names a thousand hosts', (asked: Buffer) => reply(asked, { count: 1_000, rest: many(1_000) })],
    ['names a host for a terminal', (asked: Buffer) => reply(asked, { count: 1, rest: srv(name(forged)) })],
    ['answers somebody else', (asked: Buffer) => reply(asked, { id: (asked.readUInt16BE(0) + 1) & 0xffff })],
    ['answers another question', (asked: Buffer) => Buffer.from(reply(asked)).fill(0x61, 13, 15)],
    ['cuts its answer and has no TCP', (asked: Buffer) => reply(asked, { flags: 0x8380 })],
    [
      'promises more than it sends',
      (asked: Buffer) => reply(asked, { count: 65_535, rest: Buffer.alloc(9_000, 0xc0) }),
    ],
    ['sends the question back', (asked: Buffer) => asked],
    ['sends next to nothing', () => Buffer.from([1])],
  ])('%s', async (_, answered) => {
    const socket = createSocket('udp4')
    socket.on('message', (asked, { port, address }) => socket.send(answered(asked), port, address))
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    onTestFinished(() => void socket.close())
    const { port } = socket.address()
    const env = { URI: `mongodb+srv://ada:${canary}@db.lab.test/` }
    const met = await diagnosed(['env:URI', '--dns', `127.0.0.1:${port}`], { env })
    expect(met.outcome).not.toBe('healthy')
  })
})
