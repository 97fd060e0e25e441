import type { AlertPosition, TlsAlert, TlsRecord } from '@mongowhy/core'

import { readAcceptableIssuers, readCertificates } from './certificate-messages.ts'
import { frame } from './framing.ts'
import type { Chunk, RawRecord } from './framing.ts'
import { readClientHello, readServerHello } from './hellos.ts'
import type { ClientHello, ServerHello } from './hellos.ts'
import { alertName, messageName } from './names.ts'
import { RecordKeys } from './record-keys.ts'
import { trafficSecrets } from './secrets.ts'
import type { TrafficSecrets } from './secrets.ts'

const maxShown = 200
const maxAlerts = 64
const maxMessage = 1 << 20
const tls13 = 0x0304

/** What went over the wire in one handshake, read from the bytes alone. */
export interface Transcript {
  readonly records: readonly TlsRecord[]
  readonly alerts: readonly TlsAlert[]
  readonly clientHello: ClientHello | null
  readonly serverHello: ServerHello | null
  /** DER, as the server sent them. */
  readonly chain: readonly Buffer[]
  readonly chainLength: number
  readonly certificateRequested: boolean
  readonly acceptableIssuers: readonly Buffer[]
  readonly clientCertificateSent: boolean
  /** Bytes of the peer that are no TLS records; null when all were. */
  readonly foreign: Buffer | null
  readonly bytesRead: number
}

type Direction = 'sent' | 'received'

interface Way {
  readonly keys: { handshake: RecordKeys | null; application: RecordKeys | null }
  finished: boolean
  encrypted: boolean
  pending: Buffer
}

function newWay(): Way {
  return {
    keys: { handshake: null, application: null },
    finished: false,
    encrypted: false,
    pending: Buffer.alloc(0),
  }
}

/** Reads a handshake from its bytes and, for TLS 1.3, the secrets that our own side logged. Pure, and bounded by its input. */
export function readTranscript(chunks: readonly Chunk[], secrets: TrafficSecrets): Transcript {
  return new TranscriptReader().read(chunks, secrets)
}

/** Reads a handshake while it goes on: what was read before is not opened again. */
export class TranscriptReader {
  #secrets: TrafficSecrets = trafficSecrets([])
  readonly #taken: Record<Direction, number> = { sent: 0, received: 0 }
  readonly #ways: Readonly<Record<Direction, Way>> = {
    sent: newWay(),
    received: newWay(),
  }
  readonly #records: TlsRecord[] = []
  readonly #alerts: TlsAlert[] = []
  #clientHello: ClientHello | null = null
  #serverHello: ServerHello | null = null
  #chain: { readonly chain: readonly Buffer[]; readonly count: number } | null = null
  #requested = false
  #issuers: readonly Buffer[] = []
  #clientCertificateSent = false
  #flightSent = false
  #talked = false

  /** What `readTranscript` makes of these chunks and secrets. Both begin as those of the last time did. */
  read(chunks: readonly Chunk[], secrets: TrafficSecrets): Transcript {
    this.#secrets = secrets
    const received = chunks.filter(({ direction }) => direction === 'received')
    const theirs = frame(received)
    const ours = frame(chunks.filter(({ direction }) => direction === 'sent'))
    const merged = [
      ...this.#untaken(ours.records, 'sent'),
      ...this.#untaken(theirs.records, 'received'),
    ].toSorted((a, b) => a.record.at - b.record.at)
    for (const { record, direction } of merged) this.#take(record, direction)
    return {
      records: [...this.#records],
      alerts: [...this.#alerts],
      clientHello: this.#clientHello,
      serverHello: this.#serverHello,
      chain: this.#chain?.chain ?? [],
      chainLength: this.#chain?.count ?? 0,
      certificateRequested: this.#requested,
      acceptableIssuers: this.#issuers,
      clientCertificateSent: this.#clientCertificateSent,
      foreign: theirs.foreign,
      bytesRead: received.reduce((sum, { bytes }) => sum + bytes.length, 0),
    }
  }

  #untaken(
    records: readonly RawRecord[],
    direction: Direction,
  ): readonly { readonly record: RawRecord; readonly direction: Direction }[] {
    const from = this.#taken[direction]
    this.#taken[direction] = records.length
    return records.slice(from).map((record) => ({ record, direction }))
  }

  #take(record: RawRecord, direction: Direction): void {
    const holds = this.#contentOf(record, direction)
    if (this.#records.length >= maxShown) return
    const bytes = record.header.length + record.fragment.length
    this.#records.push({ direction, at: record.at, bytes, holds })
  }

  get #is13(): boolean {
    return this.#serverHello?.version === tls13
  }

  #contentOf(record: RawRecord, direction: Direction): readonly string[] {
    const way = this.#ways[direction]
    switch (record.type) {
      case 20:
        if (!this.#is13) way.encrypted = true
        return ['ChangeCipherSpec']
      case 21:
        return [way.encrypted ? 'encrypted alert' : this.#alert(record.fragment, direction, record.at)]
      case 22:
        if (!way.encrypted) return this.#messages(record.fragment, direction)
        if (direction === 'sent') this.#flightSent = true
        way.finished = true
        return ['Finished (encrypted)']
      case 23:
        return this.#protectedContent(record, direction)
      default:
        return [`record of type ${record.type}`]
    }
  }

  #protectedContent(record: RawRecord, direction: Direction): readonly string[] {
    const way = this.#ways[direction]
    const keys = this.#is13 ? this.#keysOf(direction) : null
    const inHandshake = way.finished ? null : (keys?.handshake?.open(record) ?? null)
    const opened = inHandshake ?? keys?.application?.open(record) ?? null
    if (opened === null || opened.type === 23) {
      if (direction === 'received') this.#talked = true
      return ['application data']
    }
    if (opened.type === 21) return [this.#alert(opened.content, direction, record.at)]
    return opened.type === 22 ? this.#messages(opened.content, direction) : [`content of type ${opened.type}`]
  }

  #keysOf(direction: Direction): Way['keys'] {
    const way = this.#ways[direction]
    const hello = this.#serverHello
    if (hello === null) return way.keys
    const { handshake, application } = this.#secrets[direction]
    way.keys.handshake ??= handshake === null ? null : RecordKeys.of(hello.suite, handshake)
    way.keys.application ??= application === null ? null : RecordKeys.of(hello.suite, application)
    return way.keys
  }

  #alert(content: Buffer, direction: Direction, at: number): string {
    const [level, number] = content
    if (content.length !== 2 || level === undefined || number === undefined) return 'malformed alert'
    const name = alertName(number)
    if (this.#alerts.length < maxAlerts) {
      this.#alerts.push({
        number,
        name,
        level: level === 1 ? 'warning' : 'fatal',
        direction,
        position: this.#position(),
        at,
      })
    }
    return `alert ${number} (${name})`
  }

  /** In TLS 1.3 the server may talk before it has judged our flight, so only its own data shows that it has. */
  #position(): AlertPosition {
    if (this.#serverHello === null || this.#serverHello.retry) return 'before-server-hello'
    const done = this.#is13 ? this.#talked : this.#ways.received.finished
    if (this.#flightSent) return done ? 'after-handshake' : 'after-client-flight'
    return this.#chain === null ? 'after-server-hello' : 'after-certificate'
  }

  #messages(fragment: Buffer, direction: Direction): readonly string[] {
    const way = this.#ways[direction]
    let bytes = way.pending.length === 0 ? fragment : Buffer.concat([way.pending, fragment])
    const names: string[] = []
    while (bytes.length >= 4) {
      const length = bytes.readUIntBE(1, 3)
      if (bytes.length < 4 + length) break
      const type = bytes[0] ?? 0
      names.push(messageName(type))
      this.#message(type, bytes.subarray(4, 4 + length), direction)
      bytes = bytes.subarray(4 + length)
    }
    way.pending = bytes.length > maxMessage ? Buffer.alloc(0) : bytes
    return names.length > 0 ? names : ['part of a handshake message']
  }

  #message(type: number, body: Buffer, direction: Direction): void {
    if (direction === 'sent') this.#ourMessage(type, body)
    else this.#theirMessage(type, body)
  }

  #ourMessage(type: number, body: Buffer): void {
    if (type === 1) this.#clientHello = readClientHello(body) ?? this.#clientHello
    if (type === 11) this.#clientCertificateSent = readCertificates(body, this.#is13).count > 0
    if (type === 16) this.#flightSent = true
    if (type === 20) {
      this.#ways.sent.finished = true
      this.#flightSent = true
    }
  }

  #theirMessage(type: number, body: Buffer): void {
    if (type === 2) this.#serverHello = readServerHello(body) ?? this.#serverHello
    if (type === 4 && this.#flightSent) this.#talked = true
    if (type === 11 && this.#chain === null) this.#chain = readCertificates(body, this.#is13)
    if (type === 13) {
      this.#requested = true
      this.#issuers = readAcceptableIssuers(body, this.#is13)
    }
    if (type === 20) this.#ways.received.finished = true
  }
}
