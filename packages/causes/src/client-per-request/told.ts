import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'client-per-request',
  title: 'A new client is made for each request or call',
  shownBy: 'source',
  explanation: says`A client is a pool of connections with watchers for every member. One for each request means a handshake, TLS and a login for each request, watchers that pile up, and in the end the limit of connections of the server. It works in development and fails with the traffic.`,
  steps: [
    says`Make one client for each process, when it starts, and use it everywhere. It is safe to share between threads and requests.`,
    says`In function platforms (Lambda and its like): make it outside of the handler, so that the next call finds it, and set maxPoolSize small.`,
    says`With hot reloading in development keep it in a global variable, so that each reload finds it.`,
    says`mongowhy scan finds the places (rule client-per-request).`,
  ],
  confirm: says`Watch the connections of this application on the server while requests come in: db.currentOp(true) by client, or the Atlas metric. If they grow with the requests and not with the processes, it is this.`,
})
