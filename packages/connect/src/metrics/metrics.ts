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

  /** Counts from now on, until what it returns is called: a client may outlive a handle that shared it. */
  watch(client: MongoClient): () => void {
    const count = (counter: Counter) => (): void => this.#add(counter)
    const listeners = {
      connectionCreated: count('created'),
      connectionClosed: count('closed'),
      connectionCheckOutStarted: count('checkOutsStarted'),
      connectionCheckedOut: count('checkOutsDone'),
      connectionCheckOutFailed: count('checkOutsFailed'),
      connectionCheckedIn: count('checkedIn'),
      serverHeartbeatFailed: count('heartbeatsFailed'),
    } as const
    const names = Object.keys(listeners) as (keyof typeof listeners)[]
    const beat = ({ duration }: { readonly duration: number }): void => {
      this.#add('heartbeatsSucceeded')
      this.#heartbeatMs = duration
    }
    const ended =
      (counter: Counter) =>
      ({ duration }: { readonly duration: number }): void => {
        this.#add(counter)
        this.#commandMs += duration
      }
    const [succeeded, failed] = [ended('commandsSucceeded'), ended('commandsFailed')]
    for (const name of names) client.on(name, listeners[name])
    client.on('serverHeartbeatSucceeded', beat).on('commandSucceeded', succeeded).on('commandFailed', failed)
    return () => {
      for (const name of names) client.off(name, listeners[name])
      client
        .off('serverHeartbeatSucceeded', beat)
        .off('commandSucceeded', succeeded)
        .off('commandFailed', failed)
    }
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
