import fc from 'fast-check'
import { expect, test } from 'vitest'

import { HostQueue } from '../src/fleet/queue.ts'

test('whatever waits for which hosts: all have their turn, and no host is ever asked for more than its places', () => {
  const hosts = ['a', 'b', 'c', 'd']
  const host = fc.constantFrom(...hosts)
  const item = fc.record({ hosts: fc.uniqueArray(host, { maxLength: 3 }) })
  const picks = fc.infiniteStream(fc.nat())
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), picks, (items, pick) => {
      const queue = new HostQueue(items, () => 2)
      const running: (typeof items)[number][] = []
      const done = new Set<(typeof items)[number]>()
      for (;;) {
        for (let next = queue.take(); next !== undefined; next = queue.take()) running.push(next)
        for (const each of hosts)
          expect(running.filter((one) => one.hosts.includes(each)).length).toBeLessThanOrEqual(2)
        const [ended] = running.splice(Number(pick.next().value) % Math.max(1, running.length), 1)
        if (ended === undefined) break
        done.add(ended)
        queue.release(ended)
      }
      expect(done.size).toBe(items.length)
    }),
  )
})

test('thousands that wait for one host are read as they are needed', () => {
  let read = 0
  const items = function* (): Generator<{ readonly hosts: readonly string[] }> {
    for (; read < 10_000; read += 1) yield { hosts: ['one'] }
  }
  const queue = new HostQueue(items(), () => 1)
  const first = queue.take()
  expect(queue.take()).toBeUndefined()
  expect(read).toBeLessThan(2_000)
  if (first !== undefined) queue.release(first)
  expect(queue.take()).toBeDefined()
})
