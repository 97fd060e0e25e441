import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'tcp-ingress-rate-limit',
  title: 'The server limits how fast connections may be made',
  shownBy: 'server-log',
  explanation: says`From version 8.2 on a server can hold back connections that are made too fast (ingressConnectionEstablishmentRateLimiterEnabled), so that a crowd of clients that return at once does not bring it down. Those beyond the rate wait in a queue, and beyond that are closed. One connection at a time meets nothing of it, and so a diagnosis does not.`,
  steps: [
    says`Make fewer connections at a time: one client for each process, maxConnecting at its default of 2, a small minPoolSize; let instances start one after the other.`,
    says`Try again with growing pauses and some chance in them. Drivers of today do so where the server's answer carries the label SystemOverloadedError.`,
    says`Whoever runs the server: db.serverStatus().queues.ingressSessionEstablishment counts what was held back and rejected; ingressConnectionEstablishmentRatePerSec and its burst are the settings.`,
  ],
  confirm: says`Count the rejections on the server (serverStatus, queues.ingressSessionEstablishment.rejected) while it happens: if the number grows, it is this.`,
})
