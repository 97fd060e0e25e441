import { deserialize, Double, serialize } from 'bson'

import type { Fields } from '../fields.ts'
import { headerLength } from './frames.ts'

const opReply = 1
const opQuery = 2004
const opMessage = 2013

const checksumPresent = 1
const moreToCome = 2
const exhaustAllowed = 1 << 16

/** A command as it came over the wire. */
export interface Incoming {
  readonly requestId: number
  /** Whether it came as OP_QUERY, which wants its answer as OP_REPLY. */
  readonly legacy: boolean
  readonly database: string
  readonly name: string
  readonly document: Fields
  readonly wantsReply: boolean
  readonly exhaustAllowed: boolean
}

/** Reads one whole message; throws when it is no command. */
export function readIncoming(frame: Buffer): Incoming {
  const opCode = frame.readInt32LE(12)
  if (opCode === opMessage) return ofMessage(frame)
  if (opCode === opQuery) return ofQuery(frame)
  throw new RangeError(`operation code ${opCode}`)
}

/** The reply to a message, in its own form. */
export function writeReply(
  to: { readonly requestId: number; readonly legacy: boolean },
  requestId: number,
  document: Fields,
  more = false,
): Buffer {
  const body = serialize(withDoubleOk(document))
  const before = to.legacy ? legacyReplyFields() : messageFields(more ? moreToCome : 0)
  const header = Buffer.alloc(headerLength)
  header.writeInt32LE(headerLength + before.length + body.length, 0)
  header.writeInt32LE(requestId, 4)
  header.writeInt32LE(to.requestId, 8)
  header.writeInt32LE(to.legacy ? opReply : opMessage, 12)
  return Buffer.concat([header, before, body])
}

// A real server's `ok` is a double.
function withDoubleOk(document: Fields): Fields {
  const { ok } = document
  return typeof ok === 'number' ? { ...document, ok: new Double(ok) } : document
}

function legacyReplyFields(): Buffer {
  const awaitCapable = 8
  const fields = Buffer.alloc(20)
  fields.writeInt32LE(awaitCapable, 0)
  fields.writeInt32LE(1, 16)
  return fields
}

function messageFields(flags: number): Buffer {
  const fields = Buffer.alloc(5)
  fields.writeInt32LE(flags, 0)
  return fields
}

function ofMessage(frame: Buffer): Incoming {
  const flags = frame.readInt32LE(headerLength)
  const end = (flags & checksumPresent) === 0 ? frame.length : frame.length - 4
  let document: Fields = {}
  const sequences: { [identifier: string]: readonly Fields[] } = {}
  let at = headerLength + 4
  while (at < end) {
    const length = frame.readInt32LE(at + 1)
    const kind = frame[at]
    if (kind === 0) document = documentAt(frame, at + 1)
    else if (kind === 1) {
      const [identifier, documents] = sequenceAt(frame, at + 1, length)
      sequences[identifier] = documents
    } else throw new RangeError(`a section of kind ${kind}`)
    at += 1 + length
  }
  const { $db: database } = document
  return {
    requestId: frame.readInt32LE(4),
    legacy: false,
    database: typeof database === 'string' ? database : 'admin',
    name: Object.keys(document)[0] ?? '',
    document: { ...document, ...sequences },
    wantsReply: (flags & moreToCome) === 0,
    exhaustAllowed: (flags & exhaustAllowed) !== 0,
  }
}

function sequenceAt(
  frame: Buffer,
  at: number,
  length: number,
): readonly [identifier: string, documents: readonly Fields[]] {
  const nameEnds = frame.indexOf(0, at + 4)
  if (nameEnds === -1) throw new RangeError('a sequence without end of its name')
  const documents: Fields[] = []
  for (let next = nameEnds + 1; next < at + length; next += frame.readInt32LE(next)) {
    documents.push(documentAt(frame, next))
  }
  return [frame.toString('utf8', at + 4, nameEnds), documents]
}

function ofQuery(frame: Buffer): Incoming {
  const nameEnds = frame.indexOf(0, headerLength + 4)
  if (nameEnds === -1) throw new RangeError('a query without end of its collection')
  const document = documentAt(frame, nameEnds + 9)
  const namespace = frame.toString('utf8', headerLength + 4, nameEnds)
  return {
    requestId: frame.readInt32LE(4),
    legacy: true,
    database: namespace.split('.')[0] ?? 'admin',
    name: Object.keys(document)[0] ?? '',
    document,
    wantsReply: true,
    exhaustAllowed: false,
  }
}

function documentAt(frame: Buffer, at: number): Fields {
  const length = frame.readInt32LE(at)
  if (length < 5 || at + length > frame.length) throw new RangeError(`a document of ${length} bytes`)
  return deserialize(frame.subarray(at, at + length), { promoteBuffers: true })
}
