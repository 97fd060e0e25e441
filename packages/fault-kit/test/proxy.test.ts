import { once } from 'node:events'
import { connect } from 'node:net'

import { SocksClient } from 'socks'
import { expect, test } from 'vitest'

import { acceptAndHang, answerWith, closedPort, serveHttpProxy, serveSocks5, serveTcp } from '../src/index.ts'
import type { Served, Socks5Options } from '../src/index.ts'
import { everythingFrom } from './clients.ts'

async function through(
  options: Socks5Options,
  to: { readonly host: string; readonly port: number },
  login: { readonly userId?: string; readonly password?: string } = {},
): Promise<string> {
  const proxy = await serveSocks5(options)
  try {
    const { socket } = await SocksClient.createConnection({
      proxy: { host: proxy.host, port: proxy.port, type: 5, ...login },
      command: 'connect',
      destination: to,
      timeout: 300,
    })
    const text = await everythingFrom(socket)
    expect(proxy.requested).toEqual([`${to.host}:${to.port}`])
    return text
  } finally {
    await proxy.stop()
  }
}

async function withGreeter<T>(act: (served: Served) => Promise<T>): Promise<T> {
  const served = await serveTcp(answerWith('hello'))
  try {
    return await act(served)
  } finally {
    await served.stop()
  }
}

test('leads to loopback, by address and by name', async () => {
  await withGreeter(async (target) => {
    expect(await through({}, target)).toBe('hello')
    expect(await through({}, { host: 'localhost', port: target.port })).toBe('hello')
    const named = { host: 'db.lab.test', port: target.port }
    expect(await through({ names: { 'db.lab.test': '127.0.0.1' } }, named)).toBe('hello')
  })
})

test('never leads elsewhere', async () => {
  await expect(through({}, { host: '192.0.2.1', port: 1 })).rejects.toThrow(/HostUnreachable/)
  await expect(through({}, { host: 'db.lab.test', port: 1 })).rejects.toThrow(/HostUnreachable/)
})

test('demands credentials', async () => {
  const credentials = { username: 'ada', password: 'canary' }
  await withGreeter(async (target) => {
    expect(await through({ credentials }, target, { userId: 'ada', password: 'canary' })).toBe('hello')
    await expect(through({ credentials }, target, { userId: 'ada', password: 'wrong' })).rejects.toThrow(
      /Authentication failed/,
    )
    await expect(through({ credentials }, target)).rejects.toThrow(/no accepted authentication/)
  })
})

test('says what it was told to say, and why a target is not reached', async () => {
  await expect(through({ reply: 2 }, { host: '127.0.0.1', port: 1 })).rejects.toThrow(/NotAllowed/)
  const closed = await closedPort()
  await expect(through({}, closed)).rejects.toThrow(/ConnectionRefused/)
  await closed.stop()
})

test.each(['method', 'authentication', 'reply'] as const)('falls silent instead of the %s', async (of) => {
  const credentials = { username: 'ada', password: 'canary' }
  const options = { credentials, instead: { of, behaviour: acceptAndHang() } }
  const login = { userId: 'ada', password: 'canary' }
  await expect(through(options, { host: '127.0.0.1', port: 1 }, login)).rejects.toThrow(/timed out/)
})

test('an HTTP proxy answers a SOCKS greeting with 400, and CONNECT as told', async () => {
  await withGreeter(async (target) => {
    const ask = async (status: number, request: string | Buffer): Promise<string> => {
      const proxy = await serveHttpProxy({ status })
      const socket = connect({ host: proxy.host, port: proxy.port })
      await once(socket, 'connect')
      socket.write(request)
      const text = await everythingFrom(socket)
      await proxy.stop()
      return text
    }
    const request = `CONNECT 127.0.0.1:${target.port} HTTP/1.1\r\nHost: x\r\n\r\n`
    expect(await ask(200, Buffer.from([5, 1, 0]))).toMatch(/^HTTP\/1\.1 400 /)
    expect(await ask(403, request)).toMatch(/^HTTP\/1\.1 403 /)
    expect(await ask(200, request)).toMatch(/^HTTP\/1\.1 200 [\s\S]*hello$/)
    expect(await ask(200, 'CONNECT example.org:80 HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /)
  })
})
