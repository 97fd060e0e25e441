import type { Citation, Endpoint, Evidence, Experiment, TlsSighting } from '@mongowhy/core'
import { cite, defineExperiment, says, timesOf, trialsAt, variationOf } from '@mongowhy/core'

import { defectsOf, storeVerdict, trustDefects } from '../chain.ts'
import { handshakes } from '../deployment.ts'
import { wantsTls } from '../tls.ts'
import type { HandshakeLook } from '../tls.ts'
import { foreignName, labelOf } from './server-name.ts'

/**
 * Whether a certificate is made on the spot for whatever name the hello gives: a name that no server has (RFC 6761) in
 * place of the target's. A server has its own certificate or refuses; what opens TLS on the way makes one.
 */
export const mintedExperiment: Experiment = defineExperiment({
  name: 'minted',
  probe: 'tls.handshake',
  plan(evidence, at) {
    const look = wantsTls(evidence) !== true ? undefined : untrustedHandshake(evidence, at)
    if (look === undefined) return null
    // A certificate is all that is waited for; nothing is said to its holder.
    const control = { address: look.saw.address, verify: 'none' } as const
    return {
      control,
      variations: [{ variant: 'another name', vary: { ...control, servername: foreignName } }],
    }
  },
  label: (saw) => (isForForeignName(saw) ? 'a certificate for that name' : labelOf(saw)),
})

function isForForeignName({ chain: [leaf] }: TlsSighting): boolean {
  return leaf?.altNames.includes(foreignName) ?? false
}

/**
 * A handshake whose chain leads to nothing that the client trusts, for the name that was asked for: what makes
 * certificates on the way takes care of the name.
 */
function untrustedHandshake(evidence: Evidence, at: Endpoint): HandshakeLook | undefined {
  return handshakes(evidence, at).find((look) => {
    const verification = storeVerdict(look, 'driver')
    if (verification === undefined || trustDefects(verification).length === 0) return false
    return defectsOf(verification, 'name-mismatch').length === 0
  })
}

/** Whether certificates are made on the spot there; null where that was not tried, or had no steady result. */
export function mintedAt(
  evidence: Evidence,
  at: Endpoint | null,
): { readonly minted: boolean; readonly says: Citation } | null {
  const trials = trialsAt(evidence, mintedExperiment, at)
  const arm = variationOf(trials, 'another name')
  const [look] = arm.looks
  if (look === undefined || arm.steady === null || arm.results.length < 2) return null
  const minted = arm.steady === 'a certificate for that name'
  return {
    minted,
    says: cite(
      look,
      minted
        ? says`given the name ${foreignName}, which no server has, it showed a certificate for that name, ${timesOf(arm, arm.steady)} times`
        : says`given a name that no server has, it made no certificate for it (${arm.steady}, ${timesOf(arm, arm.steady)} times)`,
    ),
  }
}
