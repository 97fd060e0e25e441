import { endpointParts, hostKind, srvRecordsLegal } from '@mongowhy/core'
import type { Endpoint, Evidence } from '@mongowhy/core'
import { advertised, effective, firstAnswer, seedList, srvNameOf, uriOf } from '@mongowhy/causes/kit'

// A set has at most 50 members; a seed list beyond this is a mistake, and what is left out is said.
export const maxEndpoints = 100

// So many of those left out are named; a server that names new members for ever must not fill the evidence with them.
export const maxLeftOut = 16

/**
 * The seeds that may be contacted. None where an SRV record points outside its own domain: drivers refuse it, and it may
 * have been forged.
 */
export function seedsToContact(evidence: Evidence): readonly Endpoint[] {
  const uri = uriOf(evidence)
  const host = uri?.hosts[0]
  const srvName = uri === undefined ? null : srvNameOf(uri)
  if (srvName !== null && host !== undefined) {
    const answer = firstAnswer(evidence, srvName, 'SRV')?.saw
    if (answer?.outcome !== 'answer' || !srvRecordsLegal(host.host, answer.records)) return []
  }
  return [...new Set(seedList(evidence))].filter(contactable)
}

/** Members that a hello named and that were not yet met. With a direct connection the driver contacts none of them. */
export function membersToContact(evidence: Evidence, met: ReadonlySet<Endpoint>): readonly Endpoint[] {
  const options = effective(evidence)
  if (options?.directConnection === true || options?.loadBalanced === true) return []
  return [...new Set(advertised(evidence).map(({ endpoint }) => endpoint))].filter(
    (endpoint) => !met.has(endpoint) && contactable(endpoint),
  )
}

/** An address that is one: what a server advertises is its own claim. */
function contactable(endpoint: Endpoint): boolean {
  const { host, port } = endpointParts(endpoint)
  if (hostKind(host) === 'socket') return port === null
  return (
    host !== '' && host.length <= 255 && port !== null && Number.isInteger(port) && port > 0 && port < 65_536
  )
}
