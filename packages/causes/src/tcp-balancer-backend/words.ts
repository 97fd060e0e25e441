import { listed, says, together } from '@mongowhy/core'
import type { Advice, Endpoint } from '@mongowhy/core'

export type Facts =
  | {
      readonly is: 'addresses'
      readonly host: string
      readonly port: number | null
      readonly dead: readonly string[]
      readonly alive: readonly string[]
    }
  | {
      readonly is: 'behind-one'
      readonly endpoint: Endpoint
      readonly tries: number
      readonly failed: number
      readonly every: number | null
      readonly servers: number
      readonly otherCertificate: boolean
      readonly how: string
      readonly sure: boolean
    }

export function advise(facts: Facts): Advice {
  return facts.is === 'addresses' ? ofAddresses(facts) : behindOne(facts)
}

function ofAddresses({ host, port, dead, alive }: Extract<Facts, { readonly is: 'addresses' }>): Advice {
  return {
    title: together(
      says`Of the addresses of ${host},`,
      listed(dead.slice(0, 4)),
      dead.length === 1 ? says`does not take connections` : says`do not take connections`,
    ),
    explanation: together(
      says`The name has several addresses, and the others (`,
      listed(alive.slice(0, 4)),
      says`) accept connections on port ${port ?? ''}. A client takes one of them, in an order that changes; it fails, or waits, whenever it is the dead one. That shows as a connection that fails every n-th time.`,
    ),
    steps: [
      says`Is a server, or the balancer's own node, running at that address? Start it, or take its address out of the record until it does.`,
      says`In Kubernetes: kubectl get endpoints lists what a service leads to; a readiness probe takes a pod out that does not answer.`,
      says`A name with several addresses is not a replica set: each member should have a name of its own in the connection string.`,
    ],
    operator: [
      says`The machine at ${dead.slice(0, 4).join(', ')}: whether mongod runs there and listens on port ${port ?? 27017}.`,
      says`The balancer's health check and its list of targets, or the address records of ${host}: why a dead one is still in.`,
    ],
  }
}

function ordinal(every: number): string {
  return every === 2 ? 'second' : every === 3 ? 'third' : `${every}th`
}

function behindOne(facts: Extract<Facts, { readonly is: 'behind-one' }>): Advice {
  const { endpoint, tries, failed, every, servers, otherCertificate, how, sure } = facts
  return {
    title: otherCertificate
      ? says`Several machines stand behind ${endpoint}, and one of them shows another certificate, which is not accepted`
      : says`One of several machines behind ${endpoint} fails: ${failed} of ${tries} connections did not get through`,
    explanation: together(
      says`The same connection was made ${tries} times to the same address. ${failed} failed (${how}), and the others went the whole way.`,
      every === null
        ? says``
        : says`Exactly every ${ordinal(every)} connection failed, as where a balancer deals connections out in turn to ${every} machines.`,
      servers > 1 ? says`${servers} servers answered under that one address.` : says``,
      says`A driver meets the faulty one now and then, and a second try helps.`,
    ),
    steps: [
      says`Ask the balancer which machines it sends to (HAProxy: show servers state; AWS: describe-target-health; Kubernetes: kubectl get endpoints), and connect to each of them directly: mongowhy with --resolve HOST:PORT:ADDRESS does that.`,
      otherCertificate
        ? says`Give the machine with the other certificate the one that the others have.`
        : says`Take the one that fails out until it is mended, and give the balancer a check that speaks MongoDB, or TLS at the least: a port that opens is no sign of health.`,
      says`Members of a replica set belong into the connection string by their own names, without a balancer in front.`,
    ],
    ...(sure
      ? {}
      : {
          confirm: says`Connect to each machine behind ${endpoint} by itself: one of them fails each time and the others never. If none does, the server itself ends some connections: look at its limit of connections and its load.`,
        }),
  }
}
