import type { ConnectionCheckOutFailedEvent, MongoClient } from 'mongodb'

// Somebody waited for a connection in vain so long ago that the crowd may be gone.
const crowdedMs = 3_000

type Trouble = 'heartbeat' | 'connection'

interface Pool {
  out: number
  waiting: number
  /** When somebody waited for a connection in vain. */
  crowdedAt: number
  readonly troubles: Set<Trouble>
}

/** Follows what a client's pools and heartbeats do, server by server, and tells when something there looks wrong. */
export class PoolWatch {
  readonly #most: number
  readonly #pools = new Map<string, Pool>()
  readonly #listeners = new Set<() => void>()

  constructor(client: MongoClient) {
    this.#most = client.options.maxPoolSize === 0 ? Number.POSITIVE_INFINITY : client.options.maxPoolSize
    client.on('connectionCheckOutStarted', ({ address }) => {
      this.#of(address).waiting += 1
    })
    client.on('connectionCheckedOut', ({ address }) => {
      const pool = this.#of(address)
      pool.waiting = Math.max(0, pool.waiting - 1)
      pool.out += 1
    })
    client.on('connectionCheckedIn', ({ address }) => {
      const pool = this.#of(address)
      pool.out = Math.max(0, pool.out - 1)
    })
    client.on('connectionCheckOutFailed', (event) => this.#checkOutFailed(event))
    client.on('connectionReady', ({ address }) => void this.#of(address).troubles.delete('connection'))
    client.on('serverHeartbeatFailed', ({ connectionId }) => this.#trouble(connectionId, 'heartbeat'))
    client.on(
      'serverHeartbeatSucceeded',
      ({ connectionId }) => void this.#of(connectionId).troubles.delete('heartbeat'),
    )
    // The driver empties the pool of a server that it lost in the course of an operation; its monitor may say nothing.
    client.on('connectionPoolCleared', () => this.#tell())
    client.on('serverClosed', ({ address }) => void this.#pools.delete(address))
  }

  /** Calls back when something looks wrong, until what it returns is called. */
  onTrouble(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Every connection to a server is taken, and somebody waits for one; a busy pool is so from time to time. */
  starved(): boolean {
    return this.#some(({ out, waiting }) => out >= this.#most && waiting > 0)
  }

  /** Somebody waited for a connection in vain a moment ago. */
  crowded(): boolean {
    const now = performance.now()
    return this.#some(({ crowdedAt }) => now - crowdedAt < crowdedMs)
  }

  /** A server's last heartbeat, or the last connection that was to be opened to it, failed. */
  troubled(): boolean {
    return this.#some(({ troubles }) => troubles.size > 0)
  }

  #some(test: (pool: Pool) => boolean): boolean {
    return [...this.#pools.values()].some(test)
  }

  #checkOutFailed({ address, reason }: ConnectionCheckOutFailedEvent): void {
    const pool = this.#of(address)
    pool.waiting = Math.max(0, pool.waiting - 1)
    if (reason === 'timeout') {
      pool.crowdedAt = performance.now()
      this.#tell()
    } else if (reason !== 'poolClosed') this.#trouble(address, 'connection')
  }

  #trouble(address: string, trouble: Trouble): void {
    this.#of(address).troubles.add(trouble)
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #of(address: string): Pool {
    const there = this.#pools.get(address)
    if (there !== undefined) return there
    const made: Pool = {
      out: 0,
      waiting: 0,
      crowdedAt: Number.NEGATIVE_INFINITY,
      troubles: new Set(),
    }
    this.#pools.set(address, made)
    return made
  }
}
