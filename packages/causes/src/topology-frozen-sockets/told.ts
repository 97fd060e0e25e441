import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'topology-frozen-sockets',
  title: 'Connections outlive a freeze of the process',
  shownBy: 'long-watch',
  explanation: says`Serverless platforms freeze a process between invocations, and laptops and virtual machines sleep. Timers stand still meanwhile, and the other end or a balancer drops the connections. After the thaw the driver uses sockets that are dead, and learns so only from a time-out: the first operation after a pause fails or is slow, the next works.`,
  steps: [
    says`Create the client outside of the handler and keep it; with serverMonitoringMode=poll, or "auto" in a driver of 2023 or later, it notices a function platform by itself.`,
    says`Set maxIdleTimeMS below the platform's and the network's idle limit (60000, say), so that a socket from before the freeze is not used again, and socketTimeoutMS so that a dead one is given up.`,
    says`Leave retryReads and retryWrites on (they are, unless switched off): they repeat the operation on another connection.`,
  ],
  confirm: says`Note the time since the last operation at each failure: if failures follow pauses longer than some minutes and never come in busy times, it is this.`,
})
