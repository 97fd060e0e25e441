import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'ops-pool-exhausted',
  title: 'Every connection of the client’s pool is in use',
  shownBy: 'error-text',
  explanation: says`A client lends its connections to operations and takes them back. When all maxPoolSize of them are out, the next operation waits in a queue, and waitQueueTimeoutMS ends the wait. The server may be idle meanwhile: it is the client that has no connection free.`,
  steps: [
    says`Look for operations that do not end: queries without an index, cursors and change streams that are never closed, sessions and transactions that are not ended. Each keeps a connection.`,
    says`Count what runs at once in one process: if it is more than maxPoolSize (100 unless told) for good reason, raise it.`,
    says`Do not raise it to hide a leak: the limit of connections of the server comes next.`,
    says`Bound operations (timeoutMS), so that a slow server cannot keep the whole pool.`,
  ],
  confirm: says`Ping with a new client from the same process at the same moment: if that works at once, it is the pool.`,
})
