import { defineCause, says } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { overUriFaults, shown } from '../kit/uri.ts'

type Facts =
  { readonly is: 'many'; readonly count: number } | { readonly is: 'address'; readonly host: string }

export const cause: Cause = defineCause<Facts>({
  code: 'uri-srv-many-hosts',
  title: 'A mongodb+srv:// string names several hosts, or an address',
  scope: 'target',
  explains: ['uri-srv-port'],
  infer: (evidence) =>
    overUriFaults<'srv-many-hosts' | 'srv-address', Facts>(
      evidence,
      ['srv-many-hosts', 'srv-address'],
      says`a mongodb+srv:// string with one name, or none of that scheme`,
      ([fault], look) =>
        fault.kind === 'srv-many-hosts'
          ? shown(
              look,
              { is: 'many', count: fault.count },
              says`the mongodb+srv:// string lists ${fault.count} hosts`,
            )
          : shown(
              look,
              { is: 'address', host: fault.host },
              says`the mongodb+srv:// string names the address ${fault.host}`,
            ),
    ),
  advise: (facts) => ({
    title:
      facts.is === 'many'
        ? says`A mongodb+srv:// string must name one host, not ${facts.count}`
        : says`A mongodb+srv:// string must have a name, not the address ${facts.host}`,
    explanation:
      facts.is === 'many'
        ? says`With mongodb+srv:// the string has one name, under which DNS keeps the list of hosts. Drivers refuse a list.`
        : says`With mongodb+srv:// drivers ask DNS for the hosts behind a name. An address has no such record.`,
    steps: [
      says`Write mongodb:// for mongodb+srv://, keep the hosts with their ports, and add tls=true if the servers have TLS: mongodb+srv:// had it on.`,
      says`Or use the one name of the cluster, as Atlas gives it.`,
    ],
  }),
})
