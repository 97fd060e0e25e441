import { endpointParts } from '@mongowhy/core'
import type { Endpoint, HelloFacts } from '@mongowhy/core'
import { approach } from '@mongowhy/probes'
import type { AddressBook, Approach, ApproachSettings, OnFit, ProbeContext } from '@mongowhy/probes'

import type { EvidenceNow } from './investigate.ts'
import { maxEndpoints, maxLeftOut, membersToContact, seedsToContact } from './members.ts'

/** What is done at each address beyond the looks. */
export interface Manner {
  readonly onFit: OnFit
  readFrom?(endpoint: Endpoint, hello: HelloFacts): string | null
  onMet?(endpoint: Endpoint, answer: Approach): void
}

/**
 * Approaches every address of every seed and of every member that they advertise, all side by side. Resolves when each
 * has answered or met its bound.
 */
export async function lookAtMembers(
  ctx: ProbeContext,
  settings: ApproachSettings,
  addresses: AddressBook,
  now: EvidenceNow,
  manner: Manner,
): Promise<void> {
  const met = new Set<Endpoint>()
  const visit = async (endpoint: Endpoint): Promise<void> => {
    if (met.has(endpoint)) return
    met.add(endpoint)
    const { host } = endpointParts(endpoint)
    if (met.size > maxEndpoints) {
      if (met.size > maxEndpoints + maxLeftOut) return
      ctx.recorder.skip({ probe: 'tcp.connect', endpoint, vary: { address: host } }, 'too-many')
      return
    }
    // A SOCKS5 proxy resolves the name itself.
    const found = settings.proxy === null ? await addresses.of(endpoint) : [host]
    await Promise.all(
      found.map(async (address) => {
        const answer = await approach(ctx, settings, endpoint, address, {
          onFit: manner.onFit,
          readFrom: (hello) => manner.readFrom?.(endpoint, hello) ?? null,
        })
        manner.onMet?.(endpoint, answer)
        if (answer.hello === null || met.size > maxEndpoints) return
        await Promise.all(membersToContact(now(), met).map(visit))
      }),
    )
  }
  await Promise.all(seedsToContact(now()).map(visit))
}
