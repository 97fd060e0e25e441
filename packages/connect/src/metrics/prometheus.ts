import type { Metrics } from './metrics.ts'

/** The metrics in Prometheus's text format, version 0.0.4. */
export function prometheusText(metrics: Metrics): string {
  const { connections, checkOuts, heartbeats, commands } = metrics
  const rows: readonly (readonly [name: string, type: 'gauge' | 'counter', help: string, value: number])[] = [
    ['mongodb_connections_open', 'gauge', 'Connections that are open.', connections.open],
    ['mongodb_connections_in_use', 'gauge', 'Connections that an operation has.', connections.inUse],
    ['mongodb_connections_waiting', 'gauge', 'Operations that wait for a connection.', connections.waiting],
    ['mongodb_connections_created_total', 'counter', 'Connections that were opened.', connections.created],
    ['mongodb_connections_closed_total', 'counter', 'Connections that were closed.', connections.closed],
    ['mongodb_checkouts_failed_total', 'counter', 'Operations that got no connection.', checkOuts.failed],
    ['mongodb_heartbeats_total', 'counter', 'Heartbeats that were answered.', heartbeats.succeeded],
    ['mongodb_heartbeats_failed_total', 'counter', 'Heartbeats that failed.', heartbeats.failed],
    ['mongodb_commands_total', 'counter', 'Commands that were done.', commands.succeeded],
    ['mongodb_commands_failed_total', 'counter', 'Commands that failed.', commands.failed],
    ['mongodb_commands_seconds_total', 'counter', 'Time that commands took.', commands.totalMs / 1_000],
  ]
  return rows
    .map(([name, type, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`)
    .join('')
}
