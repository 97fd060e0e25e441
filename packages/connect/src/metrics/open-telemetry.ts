import type { Metrics } from './metrics.ts'

/** The part of OpenTelemetry's `Meter` that is used here. */
export interface MeterLike {
  createObservableGauge(name: string, options: { readonly description: string }): ObservableLike
  createObservableCounter(name: string, options: { readonly description: string }): ObservableLike
}

interface ObservableLike {
  addCallback(callback: (result: { observe(value: number, attributes?: object): void }) => void): void
}

/** Reports the metrics to an OpenTelemetry meter, under the names of its semantic conventions where there are some. */
export function observe(mongo: { metrics(): Metrics }, meter: MeterLike): void {
  const gauge = (
    name: string,
    description: string,
    read: (metrics: Metrics) => number,
    attributes?: object,
  ): void =>
    meter
      .createObservableGauge(name, { description })
      .addCallback((result) => result.observe(read(mongo.metrics()), attributes))
  const counter = (name: string, description: string, read: (metrics: Metrics) => number): void =>
    meter
      .createObservableCounter(name, { description })
      .addCallback((result) => result.observe(read(mongo.metrics())))
  gauge(
    'db.client.connection.count',
    'Connections that an operation has.',
    ({ connections }) => connections.inUse,
    {
      'db.client.connection.state': 'used',
    },
  )
  gauge(
    'db.client.connection.pending_requests',
    'Operations that wait for a connection.',
    ({ connections }) => connections.waiting,
  )
  counter(
    'db.client.connection.timeouts',
    'Operations that got no connection.',
    ({ checkOuts }) => checkOuts.failed,
  )
  counter('mongodb.heartbeats.failed', 'Heartbeats that failed.', ({ heartbeats }) => heartbeats.failed)
  counter('mongodb.commands', 'Commands that were done.', ({ commands }) => commands.succeeded)
  counter('mongodb.commands.failed', 'Commands that failed.', ({ commands }) => commands.failed)
}
