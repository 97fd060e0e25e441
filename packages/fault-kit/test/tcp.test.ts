import { expect, test } from 'vitest'

import {
  acceptAndClose,
  acceptAndHang,
  acceptAndReset,
  answerAfter,
  answerWith,
  closeAfterBytes,
  closedPort,
  relay,
  resetAfterBytes,
  serveTcp,
  silentPort,
  trickle,
  unroutedAddress,
} from '../src/index.ts'
import type { Behaviour, Where } from '../src/index.ts'
import { look } from './clients.ts'
import type { Seen } from './clients.ts'

async function meet(behaviour: Behaviour, send = '', where: Where = {}): Promise<Seen> {
  const served = await serveTcp(behaviour, where)
  const seen = await look(served, send)
  await served.stop()
  return seen
}

test.each([
  ['accepts and hangs', acceptAndHang(), 'x', { connected: true, text: '', ended: 'silent' }],
  ['accepts and closes', acceptAndClose(), 'x', { connected: true, text: '', ended: 'end' }],
  ['accepts and resets', acceptAndReset(), '', { ended: 'ECONNRESET' }],
  ['closes after bytes', closeAfterBytes(3), 'abc', { text: '', ended: 'end' }],
  ['waits for its bytes before it closes', closeAfterBytes(4), 'abc', { ended: 'silent' }],
  ['resets after bytes', resetAfterBytes(3), 'abc', { connected: true, ended: 'ECONNRESET' }],
  ['waits for its bytes before it resets', resetAfterBytes(4), 'abc', { ended: 'silent' }],
  ['speaks first', answerWith('SSH-2.0-x\r\n'), '', { text: 'SSH-2.0-x\r\n', ended: 'end' }],
  ['speaks first and hangs', answerWith('hi', 'hang'), '', { text: 'hi', ended: 'silent' }],
  ['speaks first and resets', answerWith('hi', 'reset'), '', { text: 'hi', ended: 'ECONNRESET' }],
  ['answers after bytes', answerAfter(2, 'no'), 'ab', { text: 'no', ended: 'end' }],
  ['answers no sooner', answerAfter(3, 'no'), 'ab', { text: '', ended: 'silent' }],
  ['trickles', trickle('abc', 5), '', { text: 'abc', ended: 'silent' }],
] as const)('%s', async (_, behaviour, send, expected) => {
  expect(await meet(behaviour, send)).toMatchObject(expected)
})

test('trickles without end where told', async () => {
  const { text } = await meet(trickle('ab', 2, { endless: true }))
  expect(text).toMatch(/^(ab){3}/)
})

test('listens at the host and port that it is given', async () => {
  const first = await serveTcp(answerWith('one'), { host: '127.0.0.2' })
  const second = await serveTcp(answerWith('two'), { host: '127.0.0.3', port: first.port })
  expect(await look({ host: '127.0.0.2', port: first.port })).toMatchObject({ text: 'one' })
  expect(await look({ host: '127.0.0.3', port: first.port })).toMatchObject({ text: 'two' })
  await expect(serveTcp(answerWith('three'), second)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await Promise.all([first.stop(), second.stop()])
})

test('stop ends every connection, and may be called again', async () => {
  const served = await serveTcp(acceptAndHang())
  const seen = look(served, 'x', 5_000)
  await look(served, 'x', 20)
  await served.stop()
  await served.stop()
  expect((await seen).ended).not.toBe('silent')
  expect(await look(served)).toMatchObject({ connected: false, ended: 'ECONNREFUSED' })
})

test.each(['127.0.0.1', '::1'])('a closed port refuses on %s, again and again', async (host) => {
  const closed = await closedPort({ host })
  for (let attempt = 0; attempt < 3; attempt += 1) {
    expect(await look(closed)).toMatchObject({ connected: false, ended: 'ECONNREFUSED' })
  }
  await expect(serveTcp(acceptAndHang(), { host, port: closed.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  await closed.stop()
})

test.runIf(process.platform === 'linux')('a silent port leaves the SYN unanswered', async () => {
  const silent = await silentPort()
  const seen = await Promise.all([look(silent, '', 2_200), look(silent, '', 2_200), look(silent, '', 2_200)])
  expect(seen).toEqual(seen.map(() => ({ connected: false, text: '', ended: 'silent' })))
  await silent.stop()
  await silent.stop()
  expect(await look(silent)).toMatchObject({ ended: 'ECONNREFUSED' })
})

test('a silent port at a port in use says so', async () => {
  const served = await serveTcp(acceptAndHang())
  await expect(silentPort({ host: served.host, port: served.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  await served.stop()
})

test.runIf(process.platform === 'linux')('an unrouted address fails at once', async () => {
  const host = await unroutedAddress()
  expect(host).toMatch(/^127\./)
  expect((await look({ host: host ?? '', port: 27_017 })).ended).toBe('ENETUNREACH')
})

test('a relay passes bytes, ends and resets on', async () => {
  for (const [behaviour, ended] of [
    [answerAfter(2, 'yes'), 'end'],
    [resetAfterBytes(2), 'ECONNRESET'],
    [acceptAndHang(), 'silent'],
  ] as const) {
    const target = await serveTcp(behaviour)
    const between = await relay({ to: target })
    expect((await look(between, 'ab')).ended).toBe(ended)
    await between.stop()
    await target.stop()
  }
})

test('a relay delays each direction and keeps the order', async () => {
  const target = await serveTcp((socket) => socket.pipe(socket))
  const between = await relay({ to: target, delayMs: 40 })
  expect((await look(between, 'ab', 60)).text).toBe('')
  expect((await look(between, 'ab', 400)).text).toBe('ab')
  await between.stop()
  await target.stop()
})

test('a relay to a closed port resets', async () => {
  const closed = await closedPort()
  const between = await relay({ to: closed })
  expect((await look(between, 'ab')).ended).toBe('ECONNRESET')
  await between.stop()
  await closed.stop()
})
