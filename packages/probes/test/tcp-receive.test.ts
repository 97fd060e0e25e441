import { PassThrough } from 'node:stream'
import { setImmediate, setTimeout } from 'node:timers/promises'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { arrived, receive } from '../src/tcp/receive.ts'
import { chunkings } from './chunks.ts'

test('however the bytes are cut, the same are received', async () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 }).map((each) => Buffer.from(each))
  const cut = bytes.chain((all) => fc.tuple(fc.constant(all), chunkings(all)))
  const counts = fc.array(fc.nat({ max: 9 }), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(cut, counts, async ([all, chunks], wanted) => {
      const from = new PassThrough()
      const feeding = (async () => {
        for (const chunk of chunks) {
          from.write(chunk)
          await setImmediate()
        }
        from.end()
      })()
      let at = 0
      for (const count of wanted) {
        const got = await receive(from, count)
        const there = all.length - at >= count
        expect(got).toEqual(there ? all.subarray(at, at + count) : null)
        if (!there) break
        at += count
      }
      await feeding
    }),
    { numRuns: 200 },
  )
})

test('fewer bytes than wanted are waited for without keeping timers from running', async () => {
  const from = new PassThrough()
  from.write(Buffer.from([5]))
  const waiting = receive(from, 2)
  await setTimeout(20)
  expect(from.listenerCount('readable')).toBe(1)
  from.destroy()
  expect(await waiting).toBeNull()
  expect(from.eventNames().filter((name) => from.listenerCount(name) > 0)).not.toContain('readable')
})

test('what has arrived is taken without waiting', async () => {
  const from = new PassThrough()
  expect(arrived(from, 4)).toEqual(Buffer.alloc(0))
  from.write('abcdef')
  await setImmediate()
  expect(arrived(from, 4).toString()).toBe('abcd')
  expect((await receive(from, 2))?.toString()).toBe('ef')
})
