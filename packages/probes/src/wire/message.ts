import { MalformedBson, readBson } from './bson-read.ts'
import type { BsonDocument } from './bson-read.ts'
import { writeBson } from './bson-write.ts'
import type { Writable } from './bson-write.ts'

/** Length, request, answered request, operation code: four 32-bit integers. */
export const headerLength = 16
/** The most that any server may send in one message. */
export const longestMessage = 48_000_000

export const opReply = 1
export const opCompressed = 2012
export const opMessage = 2013
const opQuery = 2004

type Command = { readonly [name: string]: Writable }

/** The form in which a driver sends its first message, which every server of any age can read. */
export function queryMessage(requestId: number, command: Command): Buffer {
  const body = Buffer.concat([
    Buffer.alloc(4),
    Buffer.from('admin.$cmd\0'),
    Buffer.from([0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]),
    writeBson(command),
  ])
  return framed(requestId, opQuery, body)
}

/** The form of every message since MongoDB 3.6. */
export function commandMessage(requestId: number, command: Command, database: string = 'admin'): Buffer {
  return framed(
    requestId,
    opMessage,
    Buffer.concat([Buffer.alloc(5), writeBson({ ...command, $db: database })]),
  )
}

function framed(requestId: number, opCode: number, body: Buffer): Buffer {
  const header = Buffer.alloc(headerLength)
  header.writeInt32LE(headerLength + body.length, 0)
  header.writeInt32LE(requestId, 4)
  header.writeInt32LE(opCode, 12)
  return Buffer.concat([header, body])
}

export type Reply =
  | { readonly is: 'document'; readonly document: BsonDocument }
  | { readonly is: 'malformed'; readonly problem: 'header' | 'bson'; readonly detail: string }

/** Reads a whole reply to `requestId`, of either form. Never throws. */
export function readReply(bytes: Buffer, requestId: number): Reply {
  const answered = bytes.readInt32LE(8)
  if (answered !== requestId) {
    return { is: 'malformed', problem: 'header', detail: `it answers request ${answered}, not ${requestId}` }
  }
  const opCode = bytes.readInt32LE(12)
  try {
    switch (opCode) {
      case opReply:
        return { is: 'document', document: ofReply(bytes) }
      case opMessage:
        return { is: 'document', document: ofMessage(bytes) }
      default:
        return { is: 'malformed', problem: 'header', detail: `its operation code is ${opCode}` }
    }
  } catch (error) {
    if (!(error instanceof MalformedBson)) throw error
    return { is: 'malformed', problem: 'bson', detail: error.message }
  }
}

/** Flags, cursor, offset and count precede the documents. */
function ofReply(bytes: Buffer): BsonDocument {
  const documentsAt = 36
  if (bytes.length < documentsAt) throw new MalformedBson('reply cut short', bytes.length)
  const count = bytes.readInt32LE(32)
  if (count !== 1) throw new MalformedBson(`${count} documents instead of one`, 32)
  return readBson(bytes, documentsAt)
}

/** Flags, then sections; the body is the one of kind 0. */
function ofMessage(bytes: Buffer): BsonDocument {
  const checksumPresent = 1
  if (bytes.length < 21) throw new MalformedBson('message cut short', bytes.length)
  const flags = bytes.readInt32LE(16)
  const end = (flags & checksumPresent) === 0 ? bytes.length : bytes.length - 4
  let at = 20
  while (at < end) {
    const kind = bytes[at]
    if (kind === 0) return readBson(bytes.subarray(0, end), at + 1)
    if (kind !== 1 || at + 5 > end) throw new MalformedBson(`section of kind ${kind}`, at)
    const length = bytes.readInt32LE(at + 1)
    if (length < 5) throw new MalformedBson(`section length ${length}`, at + 1)
    at += 1 + length
  }
  throw new MalformedBson('no body section', at)
}
