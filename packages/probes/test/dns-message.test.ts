import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { DnsFormatError, answersQuestion, decodeAnswer, encodeQuery } from '../src/dns/message.ts'
import { NameError, readName, writeName } from '../src/dns/name.ts'
import { serverParts } from '../src/dns/server.ts'

/** A reply by hand: the question of an encoded query, and these answers behind it. */
function reply(name: string, type: 'A' | 'SRV' | 'TXT', answers: readonly Buffer[], flags = 0x8180): Buffer {
  const query = encodeQuery(7, name, type, { edns: false })
  query.writeUInt16BE(flags, 2)
  query.writeUInt16BE(answers.length, 6)
  return Buffer.concat([query, ...answers])
}

function record(type: number, data: Buffer, owner: Buffer = Buffer.from([0xc0, 12])): Buffer {
  const head = Buffer.alloc(10)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(1, 2)
  head.writeUInt16BE(data.length, 8)
  return Buffer.concat([owner, head, data])
}

const srvData = (port: number, target: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0, 1, 0, 2, port >> 8, port & 255]), target])

describe('records', () => {
  test('SRV, its target compressed or not', () => {
    const plain = record(33, srvData(27017, writeName('a.lab.test')))
    const pointer = record(33, srvData(27018, Buffer.from([0xc0, 12])))
    const answer = decodeAnswer(reply('db.lab.test', 'SRV', [plain, pointer]), 'SRV')
    expect(answer.records).toEqual([
      { type: 'SRV', target: 'a.lab.test', port: 27017, priority: 1, weight: 2 },
      { type: 'SRV', target: 'db.lab.test', port: 27018, priority: 1, weight: 2 },
    ])
    expect(answersQuestion(answer, 7, 'DB.lab.test.', 'SRV')).toBe(true)
    expect(answersQuestion(answer, 8, 'db.lab.test', 'SRV')).toBe(false)
    expect(answersQuestion(answer, 7, 'other.lab.test', 'SRV')).toBe(false)
    expect(answersQuestion(answer, 7, 'db.lab.test', 'A')).toBe(false)
  })

  test('TXT joins its strings', () => {
    const text = Buffer.concat([Buffer.from([2]), Buffer.from('au'), Buffer.from([3]), Buffer.from('th=')])
    expect(decodeAnswer(reply('x.test', 'TXT', [record(16, text)]), 'TXT').records).toEqual([
      { type: 'TXT', text: 'auth=' },
    ])
  })

  test('a thousand records are counted, and few of them kept', () => {
    const many = Array.from({ length: 1_000 }, (_, index) =>
      record(1, Buffer.from([127, 0, index >> 8, index & 255])),
    )
    const answer = decodeAnswer(reply('x.test', 'A', many), 'A')
    expect(answer.total).toBe(1_000)
    expect(answer.records).toHaveLength(64)
  })

  test('records of other types are neither kept nor counted', () => {
    const answer = decodeAnswer(reply('x.test', 'A', [record(46, Buffer.alloc(20))]), 'A')
    expect(answer).toMatchObject({ total: 0, records: [] })
  })

  test('a truncated reply is not read further', () => {
    const answer = decodeAnswer(reply('x.test', 'A', [Buffer.from([1])], 0x8380), 'A')
    expect(answer.truncated).toBe(true)
  })
})

describe('hostile replies end in an error that names the place', () => {
  const ahead = record(1, Buffer.alloc(4), Buffer.from([0xc0, 60]))
  const itself = record(1, Buffer.alloc(4), Buffer.from([0xc0, 24]))
  const address = record(1, Buffer.alloc(4))

  test.each([
    ['a name that points to itself', reply('x.test', 'A', [itself]), /name at byte 24 points/],
    ['a name that points ahead', reply('x.test', 'A', [ahead]), /name at byte 24 points/],
    ['a record longer than the reply', reply('x.test', 'A', [address.subarray(0, 14)]), /byte 24 is longer/],
    ['an address of three bytes', reply('x.test', 'A', [record(1, Buffer.alloc(3))]), /byte 36 has a length/],
    [
      'a text longer than its record',
      reply('x.test', 'A', [record(16, Buffer.from([9, 1]))]),
      /text at byte 36/,
    ],
    ['a query instead of a reply', reply('x.test', 'A', [], 0x0100), /query/],
    ['more answers than there are', reply('x.test', 'A', [address, Buffer.alloc(0)]), /ends in the middle/],
    ['no header', Buffer.from([1, 2, 3]), /no header/],
  ])('%s', (_, message, words) => {
    const type = message.includes(16, 30) ? 'TXT' : 'A'
    expect(() => decodeAnswer(message, type)).toThrow(DnsFormatError)
    expect(() => decodeAnswer(message, type)).toThrow(words)
  })

  test('a name of more than 255 bytes, by a chain of pointers', () => {
    const label = Buffer.concat([Buffer.from([63]), Buffer.alloc(63, 97)])
    const message = Buffer.concat([label, label, label, label, label, Buffer.from([0])])
    expect(() => readName(message, 0)).toThrow(/longer than 255/)
  })
})

describe('whatever bytes come', () => {
  test('random replies are read or refused, never anything else', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 600 }),
        fc.constantFrom('A', 'AAAA', 'SRV', 'TXT', 'CNAME'),
        (bytes, type) => {
          try {
            expect(decodeAnswer(Buffer.from(bytes), type).records.length).toBeLessThanOrEqual(64)
          } catch (error) {
            expect(error).toBeInstanceOf(DnsFormatError)
          }
        },
      ),
      { numRuns: 3_000 },
    )
  })

  test('damaged replies too', () => {
    const good = reply('db.lab.test', 'SRV', [
      record(33, srvData(27017, Buffer.from([1, 97, 0xc0, 15]))),
      record(5, writeName('c.lab.test')),
    ])
    const damage = fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = Buffer.from(good)
        for (const [at, byte] of changes) bytes[at] = byte
        try {
          decodeAnswer(bytes, 'SRV')
        } catch (error) {
          expect(error).toBeInstanceOf(DnsFormatError)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  test('names come back as they were written, or are refused', () => {
    fc.assert(
      fc.property(fc.domain(), (name) => {
        expect(readName(writeName(name), 0).text).toBe(name)
      }),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (name) => {
        try {
          expect(writeName(name).length).toBeLessThanOrEqual(255)
        } catch (error) {
          expect(error).toBeInstanceOf(NameError)
        }
      }),
    )
  })
})

test.each([
  ['1.1.1.1', '1.1.1.1', 53],
  ['127.0.0.1:5353', '127.0.0.1', 5353],
  ['::1', '::1', 53],
  ['[::1]', '::1', 53],
  ['[fe80::1%eth0]:5353', 'fe80::1%eth0', 5353],
  ['ns.lab.test:53', 'ns.lab.test', 53],
])('the resolver %s', (server, host, port) => {
  expect(serverParts(server)).toEqual({ host, port })
})
