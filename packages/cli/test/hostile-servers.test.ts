import type { Socket } from 'node:net'

import { serveMongo, serveTcp } from '@mongowhy/fault-kit'
import type { MongoOptions } from '@mongowhy/fault-kit'
import { describe, expect, test } from 'vitest'

import { answer, drip, flood, forged, meeting } from './hostile-peers.ts'

type OnHello = NonNullable<MongoOptions['onHello']>

describe('what answers on the port', () => {
  test('a document of 2 GB', async () => {
    expect((await meeting(serveTcp(answer({ length: 2 ** 31 - 1 })))).code).toBe('wire-garbled')
  })

  test('a length below nothing', async () => {
    expect((await meeting(serveTcp(answer({ length: -5, opCode: 2013 })))).code).toBe('wire-garbled')
  })

  test('a long reply byte by byte', async () => {
    const behave = (socket: Socket): void => {
      answer({ length: 200_000 })(socket)
      socket.once('data', () => drip(0)(socket))
    }
    expect((await meeting(serveTcp(behave))).code).toBe('wire-hello-silent')
  })

  test('bytes without end', async () => {
    const met = await meeting(serveTcp(flood(Buffer.alloc(65_536, 0x41))))
    expect(met.code).toMatch(/^wire-/)
  })

  test('nothing is read', async () => {
    expect((await meeting(serveTcp((socket) => void socket.pause()))).code).toBe('wire-hello-silent')
  })

  test('a text for a terminal in place of a protocol', async () => {
    const met = await meeting(
      serveTcp((socket) => void socket.write(`HTTP/1.1 200 ${forged}\r\n\r\n${forged}`)),
    )
    expect(met.code).toMatch(/^wire-/)
  })
})

describe('what a server says of itself', () => {
  test('names for a terminal', async () => {
    const onHello: OnHello = (reply) => ({
      ...reply,
      setName: `rs${forged}`,
      hosts: [`${forged}.lab.test:1`],
      me: `${forged}:1`,
    })
    expect((await meeting(serveMongo({ setName: 'rs', role: 'primary', onHello }))).outcome).not.toBe(
      'healthy',
    )
  })

  test('a refusal for a terminal', async () => {
    const onHello: OnHello = () => ({
      ok: 0,
      code: 59,
      codeName: forged,
      errmsg: `no ${forged}${'x'.repeat(90_000)}`,
    })
    expect((await meeting(serveMongo({ onHello }))).outcome).not.toBe('healthy')
  })

  test('fields of the wrong kind', async () => {
    const onHello: OnHello = (reply) => ({ ...reply, electionId: 'x', hosts: { a: [1] } })
    expect((await meeting(serveMongo({ setName: 'rs', role: 'primary', onHello }))).code).toBe('wire-garbled')
  })

  test('fields of the wrong kind to the driver alone', async () => {
    const onHello: OnHello = (reply, { document }) =>
      JSON.stringify(document).includes('"name":"mongowhy"') ? reply : { ...reply, electionId: 'x' }
    const met = await meeting(serveMongo({ setName: 'rs', role: 'primary', onHello }))
    expect(met.outcome).toBe('unexplained')
    expect(met.stdout).toContain('electionId is no object id')
  })

  test('thousands of members', async () => {
    const hosts = Array.from({ length: 9_000 }, (_, n) => `127.1.${n >> 8}.${n & 255}:1`)
    expect((await meeting(serveMongo({ setName: 'rs', role: 'primary', hosts }))).code).toBe('wire-garbled')
  })

  test('members that name new ones for ever', async () => {
    let last = 0
    const onHello: OnHello = (reply) => ({
      ...reply,
      hosts: Array.from({ length: 50 }, () => `127.0.${(last += 1) >> 8}.${last & 255}:1`),
    })
    const met = await meeting(serveMongo({ setName: 'rs', role: 'secondary', onHello }), 'replicaSet=rs')
    expect(met.outcome).not.toBe('healthy')
  }, 60_000)
})
