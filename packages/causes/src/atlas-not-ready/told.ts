import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'atlas-not-ready',
  title: 'The Atlas cluster is being made, changed or deleted',
  shownBy: 'provider-api',
  explanation: says`A cluster has names as soon as it is made, and servers some minutes later; while it is being deleted it is the other way round. Until then its name does not resolve, or nothing answers at it.`,
  steps: [
    says`In Atlas, look at the cluster's state. Creating takes some minutes on a shared tier, longer on a dedicated one.`,
    says`In scripts, wait for the state IDLE before the connection string is used (atlas clusters watch NAME).`,
    says`If it is gone: clusters that were deleted, or ended for an unpaid bill, keep backups for some time; Atlas support can tell.`,
  ],
  confirm: says`Ask Atlas: atlas clusters describe NAME --output json. stateName CREATING, UPDATING, REPAIRING or DELETING, or 404, decides it.`,
})
