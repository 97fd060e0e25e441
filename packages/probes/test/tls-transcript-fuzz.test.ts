import { once } from 'node:events'
import net from 'node:net'
import tls from 'node:tls'

import { authority, serveTls } from '@mongowhy/fault-kit'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

import { frame } from '../src/tls/framing.ts'
import type { Chunk } from '../src/tls/framing.ts'
import { trafficSecrets } from '../src/tls/secrets.ts'
import type { TrafficSecrets } from '../src/tls/secrets.ts'
import { Tap } from '../src/tls/tap.ts'
import { readTranscript, TranscriptReader } from '../src/tls/transcript.ts'
import { chunkings, damaged } from './chunks.ts'

interface Handshake {
  readonly chunks: readonly Chunk[]
  readonly secrets: TrafficSecrets
}

/** The bytes of a real handshake, with a client certificate and some data after it. */
async function recorded(version: tls.SecureVersion): Promise<Handshake> {
  const ca = authority()
  const client = ca.issue({ commonName: 'ada', purpose: 'client' })
  const served = await serveTls({
    issued: ca.issue({ names: ['db.lab.test'] }),
    minVersion: version,
    maxVersion: version,
    requestClientCertificate: { ca: ca.certificatePem, required: false },
    inner: (socket) => socket.end('hello'),
  })
  const socket = net.connect(served.port, served.host)
  await once(socket, 'connect')
  const tap = new Tap(socket)
  const lines: string[] = []
  const identity = { cert: client.certificatePem, key: client.keyPem }
  const secure = tls.connect({
    socket: tap,
    servername: 'db.lab.test',
    rejectUnauthorized: false,
    ...identity,
  })
  secure.on('keylog', (line: Buffer) => lines.push(line.toString('latin1')))
  secure.on('error', () => {})
  secure.resume()
  await once(secure, 'end')
  secure.destroy()
  await served.stop()
  return { chunks: [...tap.chunks], secrets: trafficSecrets(lines) }
}

/** The same chunks, each cut further: what went over the wire and when stays the same. */
function cut(chunks: readonly Chunk[]): fc.Arbitrary<readonly Chunk[]> {
  const each = chunks.map((chunk) =>
    chunkings(chunk.bytes).map((parts) => parts.map((bytes) => ({ ...chunk, bytes }))),
  )
  return fc.tuple(...each).map((parts) => parts.flat())
}

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('a handshake of %s', (version) => {
  let real: Handshake = { chunks: [], secrets: trafficSecrets([]) }

  beforeAll(async () => {
    real = await recorded(version)
  })

  test('reads the same however its bytes are cut', () => {
    const whole = readTranscript(real.chunks, real.secrets)
    expect(whole).toMatchObject({ chainLength: 2, certificateRequested: true, clientCertificateSent: true })
    fc.assert(
      fc.property(cut(real.chunks), (chunks) => {
        expect(readTranscript(chunks, real.secrets)).toEqual(whole)
      }),
      { numRuns: 100 },
    )
  })

  test('reads the same while it goes on as at its end', () => {
    const whole = readTranscript(real.chunks, real.secrets)
    fc.assert(
      fc.property(cut(real.chunks), fc.nat(), fc.nat(), (chunks, first, second) => {
        const reader = new TranscriptReader()
        for (const many of [first, second]
          .map((each) => each % (chunks.length + 1))
          .toSorted((a, b) => a - b))
          reader.read(chunks.slice(0, many), real.secrets)
        expect(reader.read(chunks, real.secrets)).toEqual(whole)
      }),
      { numRuns: 100 },
    )
  })

  test('with bytes of the peer changed, reads to something bounded', () => {
    const theirs = Buffer.concat(
      real.chunks.filter(({ direction }) => direction === 'received').map(({ bytes }) => bytes),
    )
    const ours = real.chunks.filter(({ direction }) => direction === 'sent')
    fc.assert(
      fc.property(damaged(theirs), (bytes) => {
        const read = readTranscript([...ours, { direction: 'received', bytes, at: 1 }], real.secrets)
        expect(read.records.length).toBeLessThanOrEqual(200)
        expect(read.chain.length).toBeLessThanOrEqual(16)
      }),
      { numRuns: 500 },
    )
  })
})

describe('any bytes', () => {
  const header = fc.tuple(fc.integer({ min: 18, max: 26 }), fc.constantFrom(2, 3, 4), fc.nat({ max: 5 }))
  const record = fc
    .tuple(header, fc.uint8Array({ maxLength: 80 }), fc.nat({ max: 3 }))
    .map(([[type, major, minor], body, lie]) =>
      Buffer.from([type, major, minor, 0, (body.length + lie) & 0xff, ...body]),
    )
  const stream = fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    fc.array(record, { maxLength: 8 }).map((records) => Buffer.concat(records)),
  )

  test('are framed to records that lie one after the other, and a foreign rest', () => {
    fc.assert(
      fc.property(
        stream.chain((all) => fc.tuple(fc.constant(all), chunkings(all))),
        ([all, parts]) => {
          const { records, foreign } = frame(parts.map((bytes, at) => ({ direction: 'received', bytes, at })))
          const framed = Buffer.concat(records.flatMap(({ header: head, fragment }) => [head, fragment]))
          expect(all.subarray(0, framed.length).equals(framed)).toBe(true)
          if (foreign !== null) expect(all.subarray(framed.length).equals(foreign)).toBe(true)
          const whole = frame([{ direction: 'received', bytes: all, at: 0 }])
          expect(whole.records.map(({ fragment }) => fragment)).toEqual(
            records.map(({ fragment }) => fragment),
          )
          expect(whole.foreign).toEqual(foreign)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('are read as a transcript, from either side', () => {
    fc.assert(
      fc.property(stream, stream, (sent, received) => {
        const read = readTranscript(
          [
            { direction: 'sent', bytes: sent, at: 0 },
            { direction: 'received', bytes: received, at: 1 },
          ],
          trafficSecrets(['SERVER_HANDSHAKE_TRAFFIC_SECRET zz zz', 'CLIENT_TRAFFIC_SECRET_0 00']),
        )
        expect(read.bytesRead).toBe(received.length)
      }),
      { numRuns: 1_000 },
    )
  })

  test('that never end are kept up to a bound', async () => {
    const noise = Buffer.alloc(65_536, 0x16)
    const server = net.createServer((socket) => {
      const more = (): void => {
        while (!socket.destroyed && socket.write(noise));
      }
      socket.on('drain', more).on('error', () => {})
      more()
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as net.AddressInfo
    const socket = net.connect(port, '127.0.0.1')
    await once(socket, 'connect')
    const tap = new Tap(socket)
    tap.resume()
    await new Promise((resolve) => setTimeout(resolve, 200))
    const kept = tap.chunks.reduce((sum, { bytes }) => sum + bytes.length, 0)
    tap.destroy()
    server.close()
    expect(kept).toBeGreaterThan(1 << 20)
    expect(kept).toBeLessThan((1 << 20) + 2 * 65_536)
  })
})
