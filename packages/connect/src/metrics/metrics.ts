import type { MongoClient } from 'mongodb'

/** Counters since the client was opened, and what is in use now. */
export interface Metrics {
  readonly connections: {
    readonly open: number
    readonly inUse: number
    readonly waiting: number
    readonly created: number
    readonly closed: number
  }
  readonly checkOuts: { readonly done: number; readonly failed: number }
  readonly heartbeats: { readonly succeeded: number; readonly failed: number; readonly lastMs: number | null }
  readonly commands: { readonly succeeded: number; readonly failed: number; readonly totalMs: number }
}

type Counter =
  | 'created'
  | 'closed'
  | 'checkOutsStarted'
  | 'checkOutsDone'
  | 'checkOutsFailed'
  | 'checkedIn'
  | 'heartbeatsSucceeded'
  | 'heartbeatsFailed'
  | 'commandsSucceeded'
  | 'commandsFailed'

/** Counts the driver's events. Commands are counted only where the client monitors them (`monitorCommands`). */
export class MetricsWatch {
  readonly #counts = new Map<Counter, number>()
  #heartbeatMs: number | null = null
  #commandMs = 0

  watch(client: MongoClient): void {
    const count = (counter: Counter) => (): void => this.#add(counter)
    client.on('connectionCreated', count('created'))
    client.on('connectionClosed', count('closed'))
    client.on('connectionCheckOutStarted', count('checkOutsStarted'))
    client.on('connectionCheckedOut', count('checkOutsDone'))
    client.on('connectionCheckOutFailed', count('checkOutsFailed'))
    client.on('connectionCheckedIn', count('checkedIn'))
    client.on('serverHeartbeatFailed', count('heartbeatsFailed'))
    client.on('serverHeartbeatSucceeded', ({ duration }) => {
      this.#add('heartbeatsSucceeded')
      this.#heartbeatMs = duration
    })
    client.on('commandSucceeded', ({ duration }) => {
      this.#add('commandsSucceeded')
      this.#commandMs += duration
    })
    client.on('commandFailed', ({ duration }) => {
      this.#add('commandsFailed')
      this.#commandMs += duration
    })
  }

  read(): Metrics {
    const of = (counter: Counter): number => this.#counts.get(counter) ?? 0
    return {
      connections: {
        open: of('created') - of('closed'),
        inUse: Math.max(0, of('checkOutsDone') - of('checkedIn')),
        waiting: Math.max(0, of('checkOutsStarted') - of('checkOutsDone') - of('checkOutsFailed')),
        created: of('created'),
        closed: of('closed'),
      },
      checkOuts: { done: of('checkOutsDone'), failed: of('checkOutsFailed') },
      heartbeats: {
        succeeded: of('heartbeatsSucceeded'),
        failed: of('heartbeatsFailed'),
        lastMs: this.#heartbeatMs,
      },
      commands: {
        succeeded: of('commandsSucceeded'),
        failed: of('commandsFailed'),
        totalMs: this.#commandMs,
      },
    }
  }

  #add(counter: Counter): void {
    this.#counts.set(counter, (this.#counts.get(counter) ?? 0) + 1)
  }
}
