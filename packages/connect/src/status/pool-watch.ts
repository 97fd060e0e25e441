import type { ConnectionCheckOutFailedEvent, MongoClient } from 'mongodb'

/** Counts what a client's pools do, and tells when something there looks wrong. */
export class PoolWatch {
  readonly #client: MongoClient
  readonly #suspect: () => void
  readonly #most: number
  #out = 0
  #waiting = 0
  #troubled = false

  constructor(client: MongoClient, suspect: () => void) {
    this.#client = client
    this.#suspect = suspect
    this.#most = client.options.maxPoolSize === 0 ? Number.POSITIVE_INFINITY : client.options.maxPoolSize
    client.on('connectionCheckOutStarted', this.#started)
    client.on('connectionCheckedOut', this.#checkedOut)
    client.on('connectionCheckOutFailed', this.#failed)
    client.on('connectionCheckedIn', this.#checkedIn)
    client.on('serverHeartbeatFailed', this.#trouble)
  }

  /** Every connection is taken, and somebody waits for one. */
  starved(): boolean {
    return this.#out >= this.#most && this.#waiting > 0
  }

  /** Something failed since the last time that all was found well. */
  troubled(): boolean {
    return this.#troubled
  }

  calm(): void {
    this.#troubled = false
  }

  end(): void {
    this.#client.off('connectionCheckOutStarted', this.#started)
    this.#client.off('connectionCheckedOut', this.#checkedOut)
    this.#client.off('connectionCheckOutFailed', this.#failed)
    this.#client.off('connectionCheckedIn', this.#checkedIn)
    this.#client.off('serverHeartbeatFailed', this.#trouble)
  }

  readonly #started = (): void => {
    this.#waiting += 1
  }

  readonly #checkedOut = (): void => {
    this.#waiting = Math.max(0, this.#waiting - 1)
    this.#out += 1
  }

  readonly #checkedIn = (): void => {
    this.#out = Math.max(0, this.#out - 1)
  }

  readonly #failed = ({ reason }: ConnectionCheckOutFailedEvent): void => {
    this.#waiting = Math.max(0, this.#waiting - 1)
    if (reason !== 'poolClosed') this.#trouble()
  }

  readonly #trouble = (): void => {
    this.#troubled = true
    this.#suspect()
  }
}
