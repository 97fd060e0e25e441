import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Certainty, Citation, Evidence, Inference } from '@mongowhy/core'

import { bearingOf, defectsOf, overChains, trustDefects } from '../kit/chain.ts'
import type { JudgedChain } from '../kit/chain.ts'
import { mintedAt, mintedExperiment } from '../kit/experiments/minted.ts'
import { hasPublicCertificate, interceptorOf, privateAuthority } from '../kit/interception.ts'
import { isAtlasHost } from '../kit/tls.ts'
import { advise } from './words.ts'
import type { Facts } from './words.ts'

export const cause: Cause = defineCause<Facts>({
  code: 'tls-intercepted',
  title: 'Something on the way opens TLS and signs it anew',
  scope: 'endpoint',
  refines: ['tls-private-ca', 'tls-ca-file-wrong', 'tls-self-signed'],
  explains: [
    'wire-inspected',
    'wire-not-mongodb',
    'tls-client-certificate-rejected',
    // The authority that is missing is the interceptor's; the server cannot send it.
    'tls-intermediate-missing',
  ],
  experiments: [mintedExperiment],
  infer: (evidence, at) => overChains(evidence, at, (judged) => judge(evidence, judged)),
  advise,
})

function judge(evidence: Evidence, judged: JudgedChain): Inference<Facts> | null {
  const { look, host, chain, verification } = judged
  const product = interceptorOf(chain)
  const trusted = trustDefects(verification).length === 0
  const mint = mintedAt(evidence, look.ask.endpoint)
  const authority = privateAuthority(chain, verification)
  const publicHost = hasPublicCertificate(host)
  if (trusted) return product === null ? null : passing(judged, product)
  if (authority === null) return null
  const minted = mint?.minted === true
  const signs = [product !== null, publicHost, minted].filter(Boolean).length
  if (signs === 0) {
    // A private authority alone says nothing; whether its certificates are made on the spot can be tried.
    if (mint !== null) return absent(mint.says)
    return defectsOf(verification, 'name-mismatch').length > 0
      ? absent(
          cite(look, says`it is for another name, which what makes certificates on the way takes care of`),
        )
      : unknown()
  }
  // One and the same certificate whatever the name: a server of its own, under a name that is not its own.
  const certainty: Certainty = signs >= 2 ? 'certain' : publicHost && mint !== null ? 'possible' : 'likely'
  const endpoint = look.ask.endpoint ?? ''
  const because: readonly [Citation, ...Citation[]] = [
    cite(
      look,
      says`${endpoint} sent a certificate issued by ${chain[0]?.issuer ?? authority}, which leads to ${authority}`,
    ),
    ...(product === null ? [] : [cite(look, says`that is the name of an authority of ${product}`)]),
    ...(publicHost
      ? [cite(look, says`servers of ${host}'s provider have certificates of public authorities`)]
      : []),
    ...(mint === null ? [] : [mint.says]),
  ]
  return {
    is: 'present',
    certainty,
    bearing: bearingOf(evidence, look),
    facts: {
      endpoint,
      host,
      authority,
      product,
      atlas: isAtlasHost(host),
      minted,
      trusted: false,
      sure: certainty === 'certain',
    },
    because,
  }
}

/** The client trusts the authority (a company's machine, say), so the connection stands; it is worth knowing all the same. */
function passing({ look, host, chain }: JudgedChain, product: string): Inference<Facts> {
  const endpoint = look.ask.endpoint ?? ''
  const authority = chain.at(-1)?.issuer ?? ''
  return {
    is: 'present',
    certainty: 'likely',
    bearing: 'advisory',
    facts: {
      endpoint,
      host,
      authority,
      product,
      atlas: isAtlasHost(host),
      minted: false,
      trusted: true,
      sure: false,
    },
    because: [
      cite(
        look,
        says`${endpoint} sent a certificate issued by ${chain[0]?.issuer ?? ''}, a name that ${product} gives its authority`,
      ),
    ],
  }
}
