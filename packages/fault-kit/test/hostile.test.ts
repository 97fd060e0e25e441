import { createSocket } from 'node:dgram'
import { promises as dns } from 'node:dns'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseClientHello, serveDns } from '../src/index.ts'

test('no bytes make the reader of the ClientHello throw', () => {
  const start = Buffer.from([22, 3, 1, 0, 60, 1, 0, 0, 56, 3, 3])
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, framed) => {
      const hello = parseClientHello(framed ? Buffer.concat([start, bytes]) : bytes)
      expect(hello === null || Array.isArray(hello.versions)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('no datagram brings the resolver down', async () => {
  const served = await serveDns({ zone: { 'x.test': { A: ['127.0.0.1'] } } })
  const client = createSocket('udp4')
  const header = Buffer.from([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1])
  const bodies = fc.sample(fc.uint8Array({ maxLength: 80 }), { numRuns: 200, seed: 7 })
  for (const body of bodies) client.send(Buffer.concat([header, body]), served.port, served.host)
  client.send(Buffer.concat([header, Buffer.from([0xc0, 12, 0, 1, 0, 1])]), served.port, served.host)
  const resolver = new dns.Resolver({ timeout: 1_000, tries: 2 })
  resolver.setServers([served.address])
  expect(await resolver.resolve4('x.test')).toEqual(['127.0.0.1'])
  client.close()
  await served.stop()
  await served.stop()
})
