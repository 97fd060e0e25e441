import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chmod, writeFile, rm } from 'node:fs/promises'

import {
  acceptAndHang,
  acceptAndReset,
  closedPort,
  serveTcp,
  serveUnixSocket,
  silentPort,
} from '@mongowhy/fault-kit'
import { afterEach, expect, test } from 'vitest'

import { openTcp, resetBeforeUse } from '../src/tcp/index.ts'

const bound = { signal: new AbortController().signal, timeoutMs: 1_000 }
const stops: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function kept<S extends { stop(): Promise<void> }>(served: S): S {
  stops.push(() => served.stop())
  return served
}

const at = ({ host, port }: { host: string; port: number }) => ({ host: 'db.lab.test', port, address: host })

test('an open port gives a socket that can be used', async () => {
  const served = kept(await serveTcp((socket) => socket.end('hi')))
  const { saw, socket } = await openTcp(at(served), bound)
  expect(saw).toMatchObject({ address: '127.0.0.1', family: 'ipv4', outcome: { is: 'open' } })
  const chunks: Buffer[] = []
  for await (const chunk of socket ?? []) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString()).toBe('hi')
})

test('a closed port is refused', async () => {
  const { saw, socket } = await openTcp(at(kept(await closedPort())), bound)
  expect(saw.outcome).toEqual({ is: 'refused' })
  expect(socket).toBeNull()
})

test('a port that drops the SYN is silent, for no longer than the bound', async () => {
  const { saw, socket } = await openTcp(at(kept(await silentPort())), { ...bound, timeoutMs: 100 })
  expect(saw.outcome).toEqual({ is: 'silent' })
  expect(socket).toBeNull()
})

test('a reset at once is seen by who waits for it, and by the next step otherwise', async () => {
  const served = kept(await serveTcp(acceptAndReset()))
  expect((await openTcp(at(served), bound, { settleMs: 500 })).saw.outcome).toEqual({ is: 'reset' })
  const { socket } = await openTcp(at(served), bound)
  if (socket !== null && !socket.destroyed) await new Promise((resolve) => socket.once('close', resolve))
  expect(socket === null || resetBeforeUse(socket)).toBe(true)
})

test('a server that waits is open after the wait for a reset', async () => {
  const served = kept(await serveTcp(acceptAndHang()))
  const { saw, socket } = await openTcp(at(served), bound, { settleMs: 20 })
  expect(saw.outcome.is).toBe('open')
  expect(socket?.destroyed).toBe(false)
  socket?.destroy()
})

test('an interrupt ends the wait with its reason, and leaves no socket', async () => {
  const silent = kept(await silentPort())
  const interrupt = new AbortController()
  const opening = openTcp(at(silent), { signal: interrupt.signal, timeoutMs: 60_000 })
  interrupt.abort(new Error('interrupted'))
  await expect(opening).rejects.toThrow('interrupted')
  await expect(openTcp(at(silent), { signal: interrupt.signal, timeoutMs: 60_000 })).rejects.toThrow(
    'interrupted',
  )
})

test('Unix sockets: open, missing, not a socket', async () => {
  const path = join(tmpdir(), `probe-${process.pid}.sock`)
  kept(await serveUnixSocket(path, acceptAndHang()))
  const open = await openTcp({ host: path, port: null, address: path }, bound)
  expect(open.saw).toMatchObject({ family: 'unix', port: null, outcome: { is: 'open' } })
  open.socket?.destroy()

  const missing = await openTcp({ host: path, port: null, address: `${path}.none` }, bound)
  expect(missing.saw.outcome).toEqual({ is: 'socket-missing' })

  const file = `${path}.txt`
  await writeFile(file, '')
  stops.push(() => rm(file))
  expect((await openTcp({ host: file, port: null, address: file }, bound)).saw.outcome).toEqual({
    is: 'refused',
  })
})

test.skipIf(process.getuid?.() === 0)(
  'a Unix socket without permission is denied (root may open any)',
  async () => {
    const path = join(tmpdir(), `probe-denied-${process.pid}.sock`)
    kept(await serveUnixSocket(path, acceptAndHang()))
    await chmod(path, 0)
    const { saw } = await openTcp({ host: path, port: null, address: path }, bound)
    expect(saw.outcome).toEqual({ is: 'socket-denied' })
  },
)
