import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence } from '@mongowhy/core'

import { answered } from '../kit/deployment.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly product: string
}

// A hello names these one level down; buildInfo may be refused without a login, the hello never is.
const documentDb = ['internal.documentdb_versions', 'internal.cosmos_versions']

export const cause: Cause = defineCause<Facts>({
  code: 'wire-not-genuine',
  title: 'The server is not MongoDB’s own',
  scope: 'endpoint',
  infer: (evidence, at) => {
    const other = signOf(evidence, at)
    if (other !== undefined) {
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'advisory',
        facts: { endpoint: at ?? '', product: other.product },
        because: [other.because],
      }
    }
    const build = builds(evidence, at).find(({ product }) => product.is === 'mongodb')
    return build === undefined
      ? unknown()
      : absent(cite(build.look, says`its buildInfo is that of a MongoDB ${build.version} build`))
  },
  advise: ({ endpoint, product }) => ({
    title: says`${endpoint} is ${product}, not MongoDB's own server`,
    explanation: says`It speaks MongoDB's protocol and may work well. Some commands, aggregation stages, retryable writes, transactions and error codes differ, and its error texts can mislead when they are looked up as MongoDB's.`,
    steps: [
      says`Read failures in the documentation of ${product}, not in MongoDB's.`,
      says`If writes fail with "retryable writes are not supported": add retryWrites=false to the connection string.`,
      says`If it has certificates of its own cloud: name that cloud's CA bundle with tlsCAFile.`,
    ],
  }),
})

type Build = {
  readonly look: ReturnType<typeof seenBy<'wire.build'>>[number]
  readonly version: string
  readonly product: Extract<
    ReturnType<typeof seenBy<'wire.build'>>[number]['saw']['outcome'],
    { readonly is: 'reply' }
  >['product']
}

function builds(evidence: Evidence, at: Endpoint | null): readonly Build[] {
  return seenBy(evidence, 'wire.build', at ?? undefined).flatMap((look) => {
    const { outcome } = look.saw
    return outcome.is === 'reply' ? [{ look, version: outcome.version, product: outcome.product }] : []
  })
}

function signOf(
  evidence: Evidence,
  at: Endpoint | null,
): { readonly product: string; readonly because: Citation } | undefined {
  for (const { look, product } of builds(evidence, at)) {
    if (product.is === 'other') {
      return {
        product: product.name,
        because: cite(look, says`its reply has the sign of ${product.name}: ${product.sign}`),
      }
    }
  }
  const reply = answered(evidence, at)
  const sign = reply?.hello.foreignFields.find((name) => documentDb.includes(name))
  if (reply === undefined || sign === undefined) return undefined
  return {
    product: 'DocumentDB',
    because: cite(reply.look, says`its hello has a field that only DocumentDB sends: ${sign}`),
  }
}
