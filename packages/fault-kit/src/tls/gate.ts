import { Duplex } from 'node:stream'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'

import { conclude } from '../tcp/behaviours.ts'
import type { Alert } from './alert-record.ts'
import { keysOf13, serverKeysOf12 } from './record-keys.ts'
import type { RecordKeys } from './record-keys.ts'
import { ServerFlight } from './server-flight.ts'
import type { Mark } from './server-flight.ts'

/** Where the gate lets no more through by itself. `client-flight` waits for the server's judgement. */
export type GateStop = 'server-hello' | 'certificate' | 'client-flight' | 'handshake'

export interface GatePlan {
  readonly stop: GateStop
  /** Sent at the stop; null where `refuse` or `open` is called once the client's flight has been judged. */
  readonly alert: Alert | null
  /** Leaves the alert unencrypted, as broken middleboxes do. */
  readonly plaintext?: boolean
}

/**
 * Stands between a TCP socket and our own TLS server: passes the handshake on up to the stop and puts an alert of our
 * choice there, encrypted as the client expects it. Later records of the server are held until `open` or dropped.
 */
export class Gate extends Duplex {
  readonly #raw: Socket
  readonly #plan: GatePlan
  readonly #flight: ServerFlight
  readonly #secrets = new Map<string, Buffer>()
  #secure: TLSSocket | null = null
  #clientRandom: Buffer = Buffer.alloc(32)
  #state: 'watching' | 'holding' | 'open' | 'refused' = 'watching'
  #partial: Buffer = Buffer.alloc(0)
  #held: Buffer[] = []
  #version = 3

  constructor(raw: Socket, plan: GatePlan) {
    super({ allowHalfOpen: true })
    this.#raw = raw
    this.#plan = plan
    this.#flight = new ServerFlight(() => {
      const secret = this.#secrets.get('SERVER_HANDSHAKE_TRAFFIC_SECRET')
      return secret === undefined ? null : keysOf13(secret, this.#suite())
    })
    raw.on('data', this.#onData)
    raw.once('end', this.#onEnd)
    raw.once('close', () => this.destroy())
    this.on('error', () => undefined)
  }

  /** A line of the key log of our own server. */
  learn(line: Buffer, secure: TLSSocket): void {
    this.#secure = secure
    const [label = '', clientRandom = '', secret = ''] = line.toString('latin1').trim().split(' ')
    this.#clientRandom = Buffer.from(clientRandom, 'hex')
    this.#secrets.set(label, Buffer.from(secret, 'hex'))
  }

  /** Lets everything through from now on. */
  open(): void {
    if (this.#state === 'refused') return
    this.#state = 'open'
    for (const record of this.#held) this.#raw.write(record)
    this.#held = []
  }

  /** Ends the connection with an alert as the next record of the server. */
  refuse(alert: Alert): void {
    if (this.#state === 'refused') return
    const raw = this.#raw
    const record = this.#alertRecord(Buffer.from([alert.level ?? 2, alert.alert]))
    this.#state = 'refused'
    raw.off('data', this.#onData)
    raw.off('end', this.#onEnd)
    raw.resume()
    raw.write(record, () => conclude(raw, alert.ending ?? 'close'))
  }

  override _read(): void {
    this.#raw.resume()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    if (this.#state === 'open') {
      if (this.#raw.write(chunk)) done()
      else this.#raw.once('drain', done)
      return
    }
    if (this.#state !== 'refused') this.#follow(chunk)
    done()
  }

  override _final(done: () => void): void {
    if (this.#state !== 'refused') this.#raw.end()
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (this.#state !== 'refused') this.#raw.destroy()
    done(error)
  }

  readonly #onData = (chunk: Buffer): void => {
    if (!this.push(chunk)) this.#raw.pause()
  }

  readonly #onEnd = (): void => void this.push(null)

  #follow(chunk: Buffer): void {
    this.#partial = Buffer.concat([this.#partial, chunk])
    while (this.#partial.length >= 5) {
      const end = 5 + this.#partial.readUInt16BE(3)
      if (this.#partial.length < end) return
      const record = this.#partial.subarray(0, end)
      this.#partial = this.#partial.subarray(end)
      this.#pass(record)
    }
  }

  #pass(record: Buffer): void {
    if (this.#state === 'refused') return
    if (this.#state === 'holding') return void this.#held.push(record)
    this.#version = record[2] ?? 3
    const mark = this.#flight.read(record)
    this.#raw.write(record)
    if (this.#stopsAt(mark)) {
      if (this.#plan.alert === null || this.#plan.stop === 'client-flight') this.#state = 'holding'
      else this.refuse(this.#plan.alert)
    } else if (mark === 'flight-end' && this.#flight.is13) this.#state = 'holding'
  }

  #stopsAt(mark: Mark): boolean {
    switch (this.#plan.stop) {
      case 'server-hello':
      case 'certificate':
        return mark === this.#plan.stop
      case 'client-flight':
        return mark === 'flight-end'
      case 'handshake':
        return mark === 'finished'
    }
  }

  #alertRecord(content: Buffer): Buffer {
    const keys = this.#plan.plaintext === true ? null : this.#keysNow()
    if (keys === null) return Buffer.concat([Buffer.from([21, 3, this.#version, 0, 2]), content])
    return keys.keys.seal(21, content, keys.sequence)
  }

  /** What the server would encrypt its next record with; null while that is in the clear. */
  #keysNow(): { readonly keys: RecordKeys; readonly sequence: number } | null {
    if (this.#flight.is13) {
      const application = this.#state === 'holding'
      const secret = this.#secrets.get(
        application ? 'SERVER_TRAFFIC_SECRET_0' : 'SERVER_HANDSHAKE_TRAFFIC_SECRET',
      )
      if (secret === undefined) return null
      return { keys: keysOf13(secret, this.#suite()), sequence: application ? 0 : this.#flight.sequence }
    }
    const master = this.#secrets.get('CLIENT_RANDOM')
    if (master === undefined || this.#flight.sequence === 0) return null
    const random = { clientRandom: this.#clientRandom, serverRandom: this.#flight.serverRandom }
    return { keys: serverKeysOf12({ master, ...random }, this.#suite()), sequence: this.#flight.sequence }
  }

  #suite(): string {
    return this.#secure?.getCipher().standardName ?? ''
  }
}
