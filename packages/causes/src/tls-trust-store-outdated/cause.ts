import { cite, defineCause, firstSeen, says } from '@mongowhy/core'
import type { Cause, Citation, Evidence, Inference, Verification } from '@mongowhy/core'

import {
  bearingOf,
  defectsOf,
  hasCaFile,
  isPublicAuthority,
  lacksIntermediate,
  overChains,
  storeVerdict,
  trustDefects,
} from '../kit/chain.ts'
import type { JudgedChain } from '../kit/chain.ts'
import { authorityNamed } from '../kit/interception.ts'
import { advise } from './words.ts'
import type { Facts } from './words.ts'

export const cause: Cause = defineCause<Facts>({
  code: 'tls-trust-store-outdated',
  title: 'The client’s list of authorities is out of date',
  scope: 'endpoint',
  refines: ['tls-certificate-expired', 'tls-private-ca', 'tls-ca-file-wrong'],
  infer: (evidence, at) => overChains(evidence, at, (judged) => judge(evidence, judged)),
  advise,
  remedy: (facts) =>
    facts.is === 'lacks' && facts.knownTo !== null ? { change: 'trust', store: facts.knownTo } : null,
})

function judge(evidence: Evidence, judged: JudgedChain): Inference<Facts> | null {
  return expiredAnchor(evidence, judged) ?? lacking(evidence, judged) ?? elsewhere(evidence, judged)
}

/** The path ends in a root of the client's own store that is past its last day. */
function expiredAnchor(
  evidence: Evidence,
  { look, chain, verification }: JudgedChain,
): Inference<Facts> | null {
  const defect = defectsOf(verification, 'expired').find(({ depth, inStore, subject }) => {
    // An intermediate that the server sends is for the server to replace, even where the client has it as well.
    const sent = chain.find((each) => each.subject === subject)
    return depth > 0 && inStore === true && (sent === undefined || sent.subject === sent.issuer)
  })
  if (defect === undefined) return null
  const endpoint = look.ask.endpoint ?? ''
  const { subject: authority, notAfter } = defect
  return present(
    evidence,
    { look, chain, verification, host: '' },
    'certain',
    {
      is: 'expired',
      endpoint,
      authority,
      notAfter,
      store: storeOf(evidence),
      isPublic: isPublicAuthority(authority),
    },
    [
      cite(
        look,
        says`the chain of ${endpoint} leads to ${authority}, which stands in the driver's store and was valid until ${notAfter}`,
      ),
    ],
  )
}

/** The chain leads to a public authority that the driver's store lacks. */
function lacking(evidence: Evidence, judged: JudgedChain): Inference<Facts> | null {
  const { look, chain, verification } = judged
  // A file of the user's own takes the place of the list; that it is another one is for another cause to say.
  if (hasCaFile(evidence)) return null
  const [defect] = trustDefects(verification)
  if (defect === undefined || lacksIntermediate(judged, defect, false)) return null
  const authority = authorityNamed(defect, chain)
  const knownTo = (['bundled', 'system'] as const).find((store) => trusts(storeVerdict(look, store))) ?? null
  // Without another list that has it, the name is all there is, and anybody can write a name.
  if (!isPublicAuthority(authority)) return null
  const endpoint = look.ask.endpoint ?? ''
  return present(
    evidence,
    judged,
    knownTo === null ? 'possible' : 'certain',
    {
      is: 'lacks',
      endpoint,
      authority,
      knownTo,
      runtime: runtimeOf(evidence),
    },
    [
      cite(
        look,
        says`the chain of ${endpoint} leads to ${authority}, a public authority by its name, which is not among the ${verification.storeSize} of the driver's store`,
      ),
      ...(knownTo === null ? [] : [cite(look, says`against the ${knownTo} list the same chain verifies`)]),
    ],
  )
}

/** The driver trusts the chain; other programs of this machine, which use the system's list, do not. */
function elsewhere(evidence: Evidence, { look, verification }: JudgedChain): Inference<Facts> | null {
  // What a file of the user's own verifies is private: no list of the system is meant to have it.
  if (hasCaFile(evidence)) return null
  const system = storeVerdict(look, 'system')
  if (trustDefects(verification).length > 0 || system === undefined || trustDefects(system).length === 0)
    return null
  const endpoint = look.ask.endpoint ?? ''
  const bundled = storeVerdict(look, 'bundled')
  const added = bundled !== undefined && !trusts(bundled)
  return {
    is: 'present',
    certainty: 'certain',
    bearing: 'advisory',
    facts: { is: 'elsewhere', endpoint, size: system.storeSize, added },
    because: [
      cite(
        look,
        says`the chain of ${endpoint} verifies against the driver's list, and not against the system's, which has ${system.storeSize} authorities`,
      ),
    ],
  }
}

function present(
  evidence: Evidence,
  { look }: JudgedChain,
  certainty: 'certain' | 'possible',
  facts: Facts,
  because: readonly [Citation, ...Citation[]],
): Inference<Facts> {
  return { is: 'present', certainty, bearing: bearingOf(evidence, look), facts, because }
}

function trusts(verification: Verification | undefined): boolean {
  return verification !== undefined && trustDefects(verification).length === 0
}

function storeOf(evidence: Evidence): string | null {
  const file = firstSeen(evidence, 'env.file')?.saw
  return file?.option === 'tlsCAFile' ? file.path : null
}

function runtimeOf(evidence: Evidence): string {
  return firstSeen(evidence, 'env.host')?.saw.node ?? ''
}
