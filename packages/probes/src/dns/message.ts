import type { DnsRecord, RecordType } from '@mongowhy/core'

import { NameError, readName, writeName } from './name.ts'

/** Records kept of one answer; `total` tells how many there were. A deployment's seed list is far shorter. */
const keptRecords = 64
/** What fits every path without fragments (DNS flag day 2020). */
const ednsPayload = 1232

const typeNumbers: Readonly<Record<RecordType, number>> = { A: 1, CNAME: 5, TXT: 16, AAAA: 28, SRV: 33 }

export interface DnsAnswer {
  readonly id: number
  readonly truncated: boolean
  readonly rcode: number
  /** Whether the reply repeats this question; replies to errors may leave it out (null). */
  readonly asks: { readonly name: string; readonly type: number } | null
  readonly records: readonly DnsRecord[]
  /** Records of the asked type in the answer section, kept or not. */
  readonly total: number
}

/** A reply that cannot be read; says where. */
export class DnsFormatError extends Error {
  override readonly name = 'DnsFormatError'
  /** The id could still be read: it may be the answer to our question. */
  readonly id: number | null

  constructor(detail: string, id: number | null) {
    super(detail)
    this.id = id
  }
}

/** A query with recursion desired. Throws `NameError` when the name cannot be written in DNS. */
export function encodeQuery(
  id: number,
  name: string,
  type: RecordType,
  { edns, checkingDisabled = false }: { readonly edns: boolean; readonly checkingDisabled?: boolean },
): Buffer {
  const flags = checkingDisabled ? 0x10 : 0
  const head = Buffer.from([id >> 8, id & 255, 1, flags, 0, 1, 0, 0, 0, 0, 0, edns ? 1 : 0])
  const opt = edns
    ? Buffer.from([0, 0, 41, ednsPayload >> 8, ednsPayload & 255, 0, 0, 0, 0, 0, 0])
    : Buffer.alloc(0)
  return Buffer.concat([head, writeName(name), Buffer.from([0, typeNumbers[type], 0, 1]), opt])
}

/** Whether a reply is one to this question; DNS names compare without regard to case. */
export function answersQuestion(answer: DnsAnswer, id: number, name: string, type: RecordType): boolean {
  if (answer.id !== id) return false
  if (answer.asks === null) return answer.rcode !== 0
  const { text: asked } = readName(writeName(name), 0)
  return answer.asks.type === typeNumbers[type] && answer.asks.name.toLowerCase() === asked.toLowerCase()
}

/** Reads a reply. A truncated one is read no further than its question. Throws `DnsFormatError`. */
export function decodeAnswer(message: Buffer, type: RecordType): DnsAnswer {
  if (message.length < 12) throw new DnsFormatError(`a reply of ${message.length} bytes has no header`, null)
  const id = message.readUInt16BE(0)
  const flags = message.readUInt16BE(2)
  try {
    if ((flags & 0x8000) === 0) throw new NameError('the reply is marked as a query')
    return decodeBody(message, id, flags, type)
  } catch (error) {
    if (error instanceof NameError || error instanceof RangeError) {
      throw new DnsFormatError(
        error instanceof NameError ? error.message : 'the reply ends in the middle of a record',
        id,
      )
    }
    throw error
  }
}

function decodeBody(message: Buffer, id: number, flags: number, type: RecordType): DnsAnswer {
  const questions = message.readUInt16BE(4)
  const answers = message.readUInt16BE(6)
  const truncated = (flags & 0x0200) !== 0
  if (questions > 1) throw new NameError(`the reply repeats ${questions} questions, we asked one`)
  let at = 12
  let asks: DnsAnswer['asks'] = null
  if (questions === 1) {
    const name = readName(message, at)
    asks = { name: name.text, type: message.readUInt16BE(name.end) }
    at = name.end + 4
  }
  const records: DnsRecord[] = []
  let total = 0
  // What a truncated reply still holds is a part of the truth; the question is asked again over TCP.
  const readable = truncated ? 0 : answers
  for (let count = 0; count < readable; count += 1) {
    const owner = readName(message, at)
    const recordType = message.readUInt16BE(owner.end)
    const length = message.readUInt16BE(owner.end + 8)
    const start = owner.end + 10
    const end = start + length
    if (end > message.length) throw new NameError(`the record at byte ${at} is longer than the reply`)
    if (recordType === typeNumbers[type]) total += 1
    if (records.length < keptRecords) {
      const record = decodeRecord(message, recordType, start, end)
      if (record !== null && (record.type === type || record.type === 'CNAME')) records.push(record)
    }
    at = end
  }
  return { id, truncated, rcode: flags & 15, asks, records, total }
}

function decodeRecord(message: Buffer, type: number, start: number, end: number): DnsRecord | null {
  const wrongLength = (): NameError =>
    new NameError(`the record at byte ${start} has a length that its type cannot have`)
  switch (type) {
    case typeNumbers.A:
      if (end - start !== 4) throw wrongLength()
      return { type: 'A', address: [...message.subarray(start, end)].join('.') }
    case typeNumbers.AAAA:
      if (end - start !== 16) throw wrongLength()
      return { type: 'AAAA', address: ipv6Text(message.subarray(start, end)) }
    case typeNumbers.CNAME:
      return { type: 'CNAME', target: readName(message, start).text }
    case typeNumbers.TXT:
      return { type: 'TXT', text: readStrings(message, start, end) }
    case typeNumbers.SRV:
      if (end - start < 7) throw wrongLength()
      return {
        type: 'SRV',
        priority: message.readUInt16BE(start),
        weight: message.readUInt16BE(start + 2),
        port: message.readUInt16BE(start + 4),
        target: readName(message, start + 6).text,
      }
    default:
      return null
  }
}

function readStrings(message: Buffer, start: number, end: number): string {
  const parts: Buffer[] = []
  for (let at = start; at < end;) {
    const length = message[at] ?? 0
    if (at + 1 + length > end) throw new NameError(`the text at byte ${at} is longer than its record`)
    parts.push(message.subarray(at + 1, at + 1 + length))
    at += 1 + length
  }
  return Buffer.concat(parts).toString('utf8')
}

function ipv6Text(bytes: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16))
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1)
}
