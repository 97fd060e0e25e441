import fc from 'fast-check'
import { BSON } from 'mongodb'
import { expect, test } from 'vitest'

import { MalformedBson, readBson } from '../src/wire/bson-read.ts'
import { writeBson } from '../src/wire/bson-write.ts'
import { readReply } from '../src/wire/message.ts'
import { recogniseProtocol } from '../src/protocol.ts'
import { frame, replyBody } from './wire-peer.ts'

const plain = fc.letrec<{ value: unknown; document: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noInteger: true }),
    tie('document'),
    fc.array(tie('value'), { maxLength: 5 }),
  ),
  document: fc.dictionary(
    fc.string({ unit: 'grapheme' }).map((name) => name.replaceAll('\0', '')),
    tie('value'),
    { maxKeys: 6 },
  ),
}))

function toPlain(value: unknown): unknown {
  if (value instanceof Map) {
    const object: Record<string, unknown> = Object.create(null)
    for (const [name, each] of value) object[name] = toPlain(each)
    return object
  }
  return Array.isArray(value) ? value.map(toPlain) : value
}

test('reads what the driver writes', () => {
  fc.assert(
    fc.property(plain.document, (document) => {
      const read = toPlain(readBson(Buffer.from(BSON.serialize(document))))
      expect(JSON.stringify(read)).toBe(JSON.stringify(BSON.deserialize(BSON.serialize(document))))
    }),
  )
})

test('writes what the driver reads', () => {
  const document = { ismaster: 1, helloOk: true, client: { name: 'é', nested: { on: false } } }
  expect(BSON.deserialize(writeBson(document))).toEqual(document)
})

test('any bytes give a document or a MalformedBson that names its place', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        readBson(Buffer.from(bytes))
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedBson)
        expect((error as MalformedBson).message).toMatch(/at byte \d+$/)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('one changed byte of a real reply never escapes as another error', () => {
  const real = frame(
    replyBody(
      Buffer.from(
        BSON.serialize({ ok: 1, hosts: ['a:1'], at: new Date(), id: new BSON.ObjectId(), n: { m: [1, 2] } }),
      ),
    ),
  )
  fc.assert(
    fc.property(fc.nat(real.length - 17), fc.nat(255), (offset, byte) => {
      const bytes = Buffer.from(real)
      bytes[16 + offset] = byte
      expect(['document', 'malformed']).toContain(readReply(bytes, 1).is)
    }),
    { numRuns: 2_000 },
  )
})

test('depth and count are bounded', () => {
  let deep: object = {}
  for (let level = 0; level < 40; level++) deep = { d: deep }
  expect(() => readBson(Buffer.from(BSON.serialize(deep)))).toThrow('nested too deep')
  const wide = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`f${index}`, null]))
  expect(() => readBson(Buffer.from(BSON.serialize(wide)))).toThrow('too many elements')
})

test('any bytes are some protocol or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(typeof recogniseProtocol(Buffer.from(bytes))).toBe('string')
    }),
  )
})
