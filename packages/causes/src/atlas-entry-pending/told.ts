import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'atlas-entry-pending',
  title: 'The entry of the access list is not in effect yet, or belongs to another project',
  shownBy: 'provider-api',
  explanation: says`A new entry of the access list takes up to some minutes to reach every server. And each project has a list of its own: an entry in one says nothing about the clusters of another. Entries can also carry a time at which they end.`,
  steps: [
    says`In Atlas, Security, Network Access: the entry must be Active, not Pending, and not expired.`,
    says`Look at the project's name at the top: it must be the one that has this cluster.`,
    says`Wait two minutes after a change, then try again with a new process.`,
  ],
  confirm: says`Ask Atlas: atlas accessLists list --projectId ID, with the id of the project of this cluster. PENDING, a missing entry, or a deleteAfterDate in the past decides it.`,
})
