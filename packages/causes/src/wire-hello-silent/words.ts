import { says } from '@mongowhy/core'
import type { Advice, Endpoint, Phrase } from '@mongowhy/core'

export interface Facts {
  readonly endpoint: Endpoint
  readonly overTls: boolean
  readonly waitedMs: number
  readonly trickled: boolean
  /** It ended the connection in the end. */
  readonly ended: boolean
  /** Some hellos are answered. */
  readonly atTimes: boolean
}

export function advise(facts: Facts): Advice {
  const { endpoint, ended } = facts
  const server = says`On the server: is mongod running (not stopped, state T or D in ps), and does its log still grow? Look at disk latency and free memory.`
  const balancer = says`If a load balancer, tunnel or service mesh stands in front: does its target still exist?${ended ? ' Are the address and the port to it right, and does a firewall between the two drop it?' : ''}`
  const itself = says`From the server itself: mongosh --port ${portOf(endpoint)} --eval "db.hello()". If that answers, something between here and there swallows the data.`
  return {
    title: title(facts),
    explanation: explanation(facts),
    steps: ended ? [balancer, itself, server] : [server, itself, balancer],
    operator: [
      says`mongod at ${endpoint}: the state of the process (\`ps\`, D or T), the growth of its log, disk latency, free memory.`,
      says`Balancer, tunnel or service mesh before it: the health of its targets.`,
    ],
    confirm: says`Run the hello on the server's own machine: no answer there means that the server hangs, an answer means that what stands between does.`,
  }
}

function title({ endpoint, trickled, ended, waitedMs, atTimes }: Facts): Phrase {
  if (atTimes) return says`${endpoint} accepts connections and leaves some first messages without an answer`
  if (trickled) return says`${endpoint} does not finish its answer to the first message`
  return ended
    ? says`${endpoint} accepts connections and ends them after ${seconds(waitedMs)} s without an answer`
    : says`${endpoint} accepts connections and does not answer the first message`
}

function explanation({ overTls, waitedMs, ended, atTimes }: Facts): Phrase {
  const tls = overTls ? ', TLS too,' : ''
  return ended
    ? says`The connection stands${tls} and is ended after ${seconds(waitedMs)} s without a byte. A healthy server answers a hello at once, and one that does not want it ends the connection at once. What waits first usually waits for somebody else: a balancer, proxy or tunnel that tries to reach the server behind it, and gives up. A server that hangs, behind something with a time limit, looks the same.`
    : says`The connection stands${tls} and then nothing complete comes within ${waitedMs} ms${atTimes ? ', in some of several tries' : ''}. A healthy server answers a hello at once, before any login, so this is usually a server that hangs: a stalled disk, exhausted memory or threads, a process that was stopped. A proxy whose own server is gone, or a service that is not MongoDB and waits, look the same.`
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1)
}

function portOf(endpoint: Endpoint): string {
  return endpoint.slice(endpoint.lastIndexOf(':') + 1)
}
