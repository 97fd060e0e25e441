import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'atlas-paused',
  title: 'The Atlas cluster is paused',
  shownBy: 'provider-api',
  explanation: says`A cluster can be paused by hand, and Atlas pauses free ones after some weeks without a connection. Its names then stop resolving, or its servers do not answer; while it resumes, connections are refused for some minutes.`,
  steps: [
    says`In Atlas, open Database (Clusters): a paused cluster has a Resume button. Resume it, and wait until it is green, some minutes.`,
    says`After a long pause of a free cluster its data may be kept as a backup only: Atlas offers to restore it there.`,
    says`If it must not pause: free clusters need a connection now and then; larger ones pause only when somebody asks for it (and for 30 days at most).`,
  ],
  confirm: says`Ask Atlas: atlas clusters describe NAME --output json, or the API. paused: true decides it.`,
})
