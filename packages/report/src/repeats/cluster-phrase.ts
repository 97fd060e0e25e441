import { says } from '@mongowhy/core'
import type { Phrase, Repeats } from '@mongowhy/core'

type Cluster = Repeats['clusters'][number]

/** What failures have in common, in one sentence. */
export function clusterPhrase(cluster: Cluster): Phrase {
  const at = cluster.endpoint
  switch (cluster.by) {
    case 'member':
      return says`failures gather at ${at}: ${share(cluster.here)} there, ${share(cluster.elsewhere)} elsewhere`
    case 'address':
      return says`failures gather at the address ${cluster.address} of ${at}: ${share(cluster.here)} there, ${share(cluster.elsewhere)} at its others`
    case 'time':
      return says`failures at ${place(cluster)} come in one stretch, from round ${cluster.from} to ${cluster.to}`
    case 'turn':
      return cluster.every === null
        ? says`failures at ${place(cluster)} come in turn with successes, more regularly than by chance`
        : says`exactly every ${ordinal(cluster.every)} connection to ${place(cluster)} fails, as where one of several servers behind it is broken`
  }
}

/** The address too, where the member has more than the one that its name says. */
function place({ endpoint, address }: { readonly endpoint: string; readonly address: string }): string {
  return endpoint.startsWith(`${address}:`) ? endpoint : `${endpoint} (${address})`
}

function share({ failed, tries }: { readonly failed: number; readonly tries: number }): string {
  return `${failed} of ${tries}`
}

function ordinal(n: number): string {
  const suffix = n === 2 ? 'nd' : n === 3 ? 'rd' : 'th'
  return `${n}${suffix}`
}
