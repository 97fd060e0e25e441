import type { Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'

import { serveTcp } from '@mongowhy/fault-kit'
import { Secret } from '@mongowhy/core'
import type { ProxySighting } from '@mongowhy/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { openThroughProxy } from '../src/proxy/index.ts'
import { chunkings } from './chunks.ts'

const to = { host: 'db.lab.test', port: 27_017 }
const credentials = { username: new Secret('ada'), password: new Secret('canary-7f3d9b51-do-not-print') }

type Outcome = ProxySighting['outcome']

/** What a proxy is seen as that sends these chunks, each in a packet of its own, and then closes or stays. */
async function seen(chunks: readonly Buffer[], { closes = true, timeoutMs = 2_000 } = {}): Promise<Outcome> {
  const proxy = await serveTcp((socket) => void send(socket, chunks, closes))
  try {
    const bound = { signal: new AbortController().signal, timeoutMs }
    const { saw, socket } = await openThroughProxy({ ...proxy, ...credentials }, to, bound)
    socket?.destroy()
    return saw.outcome
  } finally {
    await proxy.stop()
  }
}

async function send(socket: Socket, chunks: readonly Buffer[], closes: boolean): Promise<void> {
  socket.setNoDelay(true)
  for (const chunk of chunks) {
    if (socket.destroyed) return
    socket.write(chunk)
    await setImmediate()
  }
  if (closes) socket.end()
}

const kinds = [
  'connected',
  'closed',
  'not-socks',
  'credentials-rejected',
  'no-acceptable-method',
  'target-refused',
]

describe('a proxy that sends anything', () => {
  test('is some outcome in time, the same however its bytes are cut', async () => {
    const beginnings = fc.constantFrom([], [5, 0], [5, 2, 1, 0], [5, 0, 5, 0, 0, 1], [5, 0, 5, 0, 0, 3, 200])
    const bytes = fc
      .tuple(beginnings, fc.array(fc.nat({ max: 255 }), { maxLength: 40 }))
      .map(([start, rest]) => Buffer.from([...start, ...rest]))
      .filter(({ length }) => length > 0)
    await fc.assert(
      fc.asyncProperty(
        bytes.chain((all) => fc.tuple(fc.constant(all), chunkings(all))),
        async ([all, chunks]) => {
          const whole = await seen([all])
          expect(kinds).toContain(whole.is)
          expect((await seen(chunks)).is).toBe(whole.is)
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  test.each([
    ['half a reply', [5, 0, 5], 'request'],
    ['a bound address that is never whole', [5, 0, 5, 0, 0, 3, 255, 1], 'request'],
    ['half of its choice', [5], 'greeting'],
    ['half a verdict on the login', [5, 2, 1], 'login'],
  ])('and stays after %s is silent at the bound', async (_, bytes, after) => {
    expect(await seen([Buffer.from(bytes)], { closes: false, timeoutMs: 200 })).toEqual({
      is: 'silent',
      after,
    })
  })

  test('and never stops sending is not SOCKS5', async () => {
    const flood = Array.from({ length: 64 }, () => Buffer.alloc(65_536, 0x41))
    const outcome = await seen(flood)
    expect(outcome).toMatchObject({ is: 'not-socks' })
    expect(JSON.stringify(outcome).length).toBeLessThan(300)
  })
})
