import { says } from '@mongowhy/core'
import type { LookId, NamedCause, Stage } from '@mongowhy/core'

import { contradicted, supported, unchecked } from '../checked.ts'
import type { Check } from '../checked.ts'
import type { Observed } from '../observed.ts'

const clients: ReadonlySet<Stage> = new Set(['uri', 'env', 'client'])

// No client could verify what these servers send, whatever it trusts and by whatever name it asks.
const serversOwn: ReadonlySet<string> = new Set([
  'tls-certificate-expired',
  'tls-intermediate-missing',
  'tls-certificate-unfit',
])

/** Where there is no cause to speak of, or it lies with the client, nothing else needs to be looked at. */
function settledBy(primary: NamedCause | null): Check | null {
  if (primary === null) return unchecked(says`The cause is not established.`)
  return clients.has(primary.stage)
    ? contradicted(says`The cause lies with the client: ${primary.code}.`, ...firstLook(primary))
    : null
}

function firstLook(primary: NamedCause | null): readonly LookId[] {
  return primary?.because.slice(0, 1).map(({ look }) => look) ?? []
}

/** `It is the server's fault.` */
export function serverAtFault({ failing, refusedEarly, untrusted }: Observed): Check {
  const primary = failing?.verdict.primary ?? null
  const settled = settledBy(primary)
  if (settled !== null) return settled
  const [early] = refusedEarly
  if (early !== undefined) {
    return unchecked(
      says`The refusal is sent by the server or by what stands before it, and the usual reason is a rule about who connects, such as an access list. That its TLS configuration is at fault does not follow: it refused before TLS had been negotiated.`,
      early.id,
    )
  }
  const [bad] = untrusted
  if (bad === undefined)
    return unchecked(says`What was seen does not tell whose fault it is.`, ...firstLook(primary))
  return primary !== null && serversOwn.has(primary.code)
    ? supported(says`What is wrong with the chain lies in what the server sends: ${primary.code}.`, bad.id)
    : unchecked(
        says`The chain that it sends does not verify here; whether the chain, the name or this client's trust is wrong stands under Root cause.`,
        bad.id,
      )
}

/** `Every factor on our side is ruled out.` */
export function clientFine({ failing, refusedEarly }: Observed): Check {
  const primary = failing?.verdict.primary ?? null
  const settled = settledBy(primary)
  if (settled !== null) return settled
  const [early] = refusedEarly
  if (early !== undefined) {
    return contradicted(
      says`Not all of them: the address that this client comes from is on its side too, the server decides by it before TLS, and nothing that was tried is said to have varied it.`,
      early.id,
    )
  }
  return unchecked(
    says`What was seen does not rule out every factor on the client's side.`,
    ...firstLook(primary),
  )
}
