import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'tcp-idle-dropped',
  title: 'Connections that rest are dropped on the way',
  shownBy: 'long-watch',
  explanation: says`NAT gateways, load balancers and firewalls forget connections over which nothing was sent for some minutes (Azure: 4, AWS's NAT and balancers: about 6, many firewalls: 15 to 60), mostly without a word. The next operation over such a connection is lost or reset; a fresh one works, and so the second try does.`,
  steps: [
    says`Let the client give connections up before the box does: maxIdleTimeMS=120000 in the connection string, below the shortest limit on the way.`,
    says`Have the system send keep-alives earlier: net.ipv4.tcp_keepalive_time=120 on the client and on the server (MongoDB advises 120 s; Linux waits two hours by itself).`,
    says`Leave retryable reads and writes on (retryReads, retryWrites are on by default); they hide the one that is lost.`,
    says`Raise the box's own limit where you can: the idle time-out of the balancer or of the NAT gateway.`,
  ],
  confirm: says`Connect, wait 5 minutes, run one ping, and again after 20 and 65: it works fresh and fails from a certain rest on, always the same.`,
})
