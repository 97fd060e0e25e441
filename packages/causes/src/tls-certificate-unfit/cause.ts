import { cite, defineCause, says, together } from '@mongowhy/core'
import type { Cause, ChainDefect, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { bearingOf, isNamesake, overChains } from '../kit/chain.ts'
import type { JudgedChain } from '../kit/chain.ts'
import { wordsFor } from './words.ts'
import type { OwnDefect, RuntimeRefusal, Unfit } from './words.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly defect: Unfit
  readonly others: readonly Unfit[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-certificate-unfit',
  title: 'The certificate is not fit for its use',
  scope: 'endpoint',
  infer: (evidence, at) => overChains(evidence, at, (judged) => judge(evidence, judged)),
  advise: ({ endpoint, defect, others }) => {
    const whose =
      defect.depth === 0
        ? says`The certificate of ${endpoint}`
        : says`An issuer's certificate above that of ${endpoint}`
    return {
      title: together(whose, wordsFor(defect).is),
      explanation: together(
        says`Its dates are another matter: this is about what the certificate is.`,
        wordsFor(defect).means,
        ...others.map((other) => together(says`Besides, it`, wordsFor(other).is, says`.`)),
      ),
      steps: [defect, ...others].map((each) => wordsFor(each).step),
    }
  },
})

const kinds: ReadonlySet<ChainDefect['is']> = new Set<OwnDefect['is']>([
  'key-usage',
  'unknown-critical',
  'purpose',
  'weak-key',
  'weak-digest',
  'name-constraint',
  'issuer-no-ca',
  'path-too-long',
  'bad-signature',
  'unreadable',
])

function isUnfit(defect: ChainDefect): defect is OwnDefect {
  return kinds.has(defect.is) && !isNamesake(defect)
}

function judge(evidence: Evidence, judged: JudgedChain): Inference<Facts> | null {
  const { look, verification } = judged
  // One that nobody refuses yet (a short key, before Node 24) comes last.
  const [defect, ...others]: readonly Unfit[] = [
    ...verification.defects
      .filter(isUnfit)
      .toSorted((a, b) => Number(a.is === 'weak-key') - Number(b.is === 'weak-key')),
    ...refusedAlone(judged),
  ]
  if (defect === undefined) return null
  const endpoint = look.ask.endpoint ?? ''
  return {
    is: 'present',
    certainty: defect.is === 'refused-by-runtime' ? 'likely' : 'certain',
    bearing: bearingOf(evidence, look),
    facts: { endpoint, defect, others },
    because: [
      cite(
        look,
        together(
          says`${endpoint} sent a chain in which ${defect.subject} (number ${defect.depth + 1})`,
          wordsFor(defect).is,
        ),
      ),
    ],
  }
}

/** Codes of OpenSSL that are another cause's matter: lists of revoked certificates. */
const aboutLists = /CRL|REVOKED/

/** Where nothing that we read explains why the runtime refuses the chain. */
function refusedAlone({ look, chain, verification }: JudgedChain): readonly RuntimeRefusal[] {
  const code = look.saw.runtimeVerdict
  if (code === null || look.saw.outcome.is !== 'secure' || !verification.trusted || aboutLists.test(code))
    return []
  return [{ is: 'refused-by-runtime', depth: 0, subject: chain[0]?.subject ?? '', code }]
}
