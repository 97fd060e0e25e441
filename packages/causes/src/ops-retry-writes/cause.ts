import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause, Citation } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { isWrite, operationDone, operationThatFailed } from '../kit/operation.ts'
import { foreignProduct } from '../kit/product.ts'

interface Facts {
  readonly product: string | null
}

const illegalOperation = 20
// Amazon DocumentDB's own; MongoDB has the number for damaged data.
const documentDbRefuses = 301

export const cause: Cause = defineCause<Facts>({
  code: 'ops-retry-writes',
  title: 'The server does not take retryable writes',
  scope: 'target',
  infer: (evidence) => {
    const options = effective(evidence)
    const uri = firstSeen(evidence, 'uri.parse')
    if (options === undefined || uri === undefined) return unknown()
    if (options.retryWrites === false) return absent(cite(uri, says`retryWrites=false`))
    const product = foreignProduct(evidence)
    const failed = operationThatFailed(
      evidence,
      ({ code }, look) =>
        isWrite(look) && (code === illegalOperation || (code === documentDbRefuses && product !== null)),
    )
    if (failed === undefined) {
      const done = operationDone(evidence, 'write')
      return done === undefined ? unknown() : absent(done)
    }
    const asked: Citation = cite(uri, says`retryWrites is on, as it is unless told`)
    return {
      is: 'present',
      certainty: product === null ? 'likely' : 'certain',
      bearing: 'fault',
      facts: { product },
      because: [failed.said, asked],
    }
  },
  advise: ({ product }) => ({
    title:
      product === null
        ? says`The server refuses retryable writes, most likely`
        : says`${product} does not take retryable writes, and they are on`,
    explanation: says`Drivers number each write, so that the server knows a repeated one from a new one; that is on unless it is switched off. This server refused the number. Reads do not carry one, so they work.`,
    steps: [
      says`Add retryWrites=false to the connection string. Your code must then bear a write that fails during a fail-over.`,
      says`If this should be MongoDB itself: is it a replica set? A standalone server, the storage engine of before 4.2, and some proxies take no numbered writes. A set of one member does: mongod --replSet rs0, then rs.initiate().`,
    ],
    ...(product === null
      ? {
          confirm: says`Run the same with retryWrites=false in the connection string: if the write succeeds, it was this.`,
        }
      : {}),
  }),
})
