import { seenBy } from '@mongowhy/core'
import type { Evidence } from '@mongowhy/core'

/** The name of the product that answered where it is not MongoDB's own server; null where it is, or is not known. */
export function foreignProduct(evidence: Evidence): string | null {
  for (const { saw } of seenBy(evidence, 'wire.build')) {
    if (saw.outcome.is === 'reply' && saw.outcome.product.is === 'other') return saw.outcome.product.name
  }
  return null
}

/** Whether it was MongoDB's own server that answered, and said so. */
export function isMongoDb(evidence: Evidence): boolean {
  return (
    foreignProduct(evidence) === null &&
    seenBy(evidence, 'wire.build').some(
      ({ saw }) => saw.outcome.is === 'reply' && saw.outcome.product.is === 'mongodb',
    )
  )
}
