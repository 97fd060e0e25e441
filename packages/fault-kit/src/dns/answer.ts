import type { Query } from './query.ts'
import { addressRecord, cnameRecord, encodeName, srvRecord, txtRecord, types } from './records.ts'
import type { WireRecord } from './records.ts'
import type { Outcome } from './resolve.ts'
import type { Misanswer } from './zone.ts'

export type Transport = 'udp' | 'tcp'

/** What goes back: bytes, silence, or a closed connection. */
export type Reply = { readonly is: 'bytes'; readonly bytes: Buffer } | { readonly is: 'silent' | 'close' }

const rcodes = { noerror: 0, servfail: 2, nxdomain: 3, refused: 5 } as const
const manyRecords = 1_000
const ttlSeconds = 60

export function replyTo(query: Query, outcome: Outcome, transport: Transport): Reply {
  switch (outcome.is) {
    case 'records':
      return fitting(query, outcome.records, transport)
    case 'truncated':
      if (transport === 'udp') return bytes(message(query, { truncated: true }))
      return outcome.tcp === 'closed' ? { is: 'close' } : bytes(message(query, { records: outcome.records }))
    case 'misanswer':
      return misanswer(query, outcome.how, transport)
  }
}

function misanswer(query: Query, how: Misanswer, transport: Transport): Reply {
  switch (how) {
    case 'nodata':
      return bytes(message(query, {}))
    case 'nxdomain':
    case 'servfail':
    case 'refused':
      return bytes(message(query, { rcode: rcodes[how] }))
    case 'silent':
      return { is: 'silent' }
    case 'malformed':
      // One record is announced; its data is said to be longer than the message.
      return bytes(
        message(query, {
          count: 1,
          tail: Buffer.from([0xc0, 12, 0, query.type, 0, 1, 0, 0, 0, 60, 0xff, 0xff, 1]),
        }),
      )
    case 'wrong-id':
      return bytes(message({ ...query, id: query.id ^ 0x5555 }, { records: madeUp(query, 1) }))
    case 'loop': {
      const here = 0xc000 | (12 + query.question.length)
      return bytes(
        message(query, { count: 1, tail: Buffer.from([here >> 8, here & 0xff, 0, query.type, 0, 1]) }),
      )
    }
    case 'many':
      return fitting(query, madeUp(query, manyRecords), transport)
  }
}

function fitting(query: Query, records: readonly WireRecord[], transport: Transport): Reply {
  const whole = message(query, { records })
  if (transport === 'tcp' || whole.length <= query.udpSize) return bytes(whole)
  return bytes(message(query, { truncated: true }))
}

function bytes(content: Buffer): Reply {
  return { is: 'bytes', bytes: content }
}

interface MessageParts {
  readonly rcode?: number
  readonly truncated?: boolean
  readonly records?: readonly WireRecord[]
  /** Announced records, where they differ from those that follow. */
  readonly count?: number
  readonly tail?: Buffer
}

function message(query: Query, parts: MessageParts): Buffer {
  const records = parts.records ?? []
  const header = Buffer.alloc(12)
  header.writeUInt16BE(query.id, 0)
  const asked = query.recursionDesired ? 0x0100 : 0
  header.writeUInt16BE(
    0x8080 | asked | (parts.truncated === true ? 0x0200 : 0) | (parts.rcode ?? rcodes.noerror),
    2,
  )
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(parts.count ?? records.length, 6)
  return Buffer.concat([header, query.question, ...records.map(wire), parts.tail ?? Buffer.alloc(0)])
}

function wire({ owner, type, data }: WireRecord): Buffer {
  const middle = Buffer.alloc(10)
  middle.writeUInt16BE(type, 0)
  middle.writeUInt16BE(1, 2)
  middle.writeUInt32BE(ttlSeconds, 4)
  middle.writeUInt16BE(data.length, 8)
  return Buffer.concat([encodeName(owner), middle, data])
}

function madeUp(query: Query, count: number): readonly WireRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const low = [index >> 8, index & 0xff] as const
    switch (query.type) {
      case types.AAAA:
        return addressRecord(query.name, types.AAAA, `::ffff:127.1.${low[0]}.${low[1]}`)
      case types.SRV:
        return srvRecord(query.name, { target: `member-${index}.${parentOf(query.name)}`, port: 27_017 })
      case types.TXT:
        return txtRecord(query.name, `part=${index}`)
      case types.CNAME:
        return cnameRecord(query.name, `alias-${index}.${query.name}`)
      default:
        return addressRecord(query.name, types.A, `127.1.${low[0]}.${low[1]}`)
    }
  })
}

function parentOf(name: string): string {
  return name.replace(/^_[^.]+\._[^.]+\./, '').replace(/^[^.]+\.(?=.*\.)/, '')
}
