import { endpointParts, txtOptions } from '@mongowhy/core'
import type { Evidence } from '@mongowhy/core'
import type { AddressBook, ProbeContext, SessionTarget } from '@mongowhy/probes'
import { firstAnswer } from '@mongowhy/causes/kit'

import { seedsToContact } from './members.ts'

/** Where the official driver is sent: to the seeds that we found, and to the addresses that we met. */
export function sessionTarget(ctx: ProbeContext, evidence: Evidence, addresses: AddressBook): SessionTarget {
  const { uri } = ctx.target
  const srv = uri.scheme === 'mongodb+srv'
  const txt = srv ? firstAnswer(evidence, uri.hosts[0]?.host ?? '', 'TXT')?.saw : undefined
  const records = txt?.outcome === 'answer' ? txt.records : []
  return {
    seeds: seedsToContact(evidence).map((seed) => endpointParts(seed)),
    srv,
    txt: txtOptions(records).options,
    addressesOf: (name) => addresses.known(name),
  }
}
