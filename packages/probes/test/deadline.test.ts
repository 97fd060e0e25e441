import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

import { serveTcp } from '@mongowhy/fault-kit'
import { expect, onTestFinished, test } from 'vitest'

import { bounded } from '../src/bounded.ts'
import { deadline } from '../src/deadline.ts'

const boundMs = 50

/** As a machine does that lets another process run. */
function keptFromRunning(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test('an answer that came while this process did not run is no silence', async () => {
  const server = await serveTcp((socket) => void socket.write('here'))
  onTestFinished(() => server.stop())
  const socket = connect({ host: server.host, port: server.port })
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  const heard = bounded<string>(
    { signal: new AbortController().signal, timeoutMs: boundMs },
    (done) => {
      socket.once('data', (data: Buffer) => done(data.toString()))
      return () => {}
    },
    () => 'silence',
  )
  keptFromRunning(4 * boundMs)
  await expect(heard).resolves.toBe('here')
})

test('a silence ends, also where this process did not run for a while', async () => {
  let expired = 0
  deadline(boundMs, () => (expired += 1))
  keptFromRunning(2 * boundMs)
  await expect.poll(() => expired).toBe(1)
})

test.each([0, 2 * boundMs])('once cancelled, nothing expires (kept from running for %d ms)', async (ms) => {
  let expired = 0
  const cancel = deadline(boundMs, () => (expired += 1))
  keptFromRunning(ms)
  await delay(1)
  cancel()
  await delay(3 * boundMs)
  expect(expired).toBe(0)
})
