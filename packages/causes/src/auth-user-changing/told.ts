import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'auth-user-changing',
  title: 'The user is being changed, or was temporary and has expired',
  shownBy: 'provider-api',
  explanation: says`Atlas brings a new or changed user to every server of a cluster one after the other; until then some accept it and some refuse it. A user can also carry a date after which Atlas deletes it, and a rotated secret may reach the program later than the database.`,
  steps: [
    says`In Atlas, wait until the banner about the deployment of changes is gone (seconds as a rule, minutes on large clusters), then try again.`,
    says`In Security, Database Access: is the user still in the list? Temporary users show when they expire.`,
    says`Where secrets are rotated: let the old password stay valid until every program has read the new one (two users in turn), and let programs read it again after a refused login.`,
    says`Check the user's scope: it may be restricted to other clusters of the project.`,
  ],
  confirm: says`Try the login again after five minutes with nothing changed: if it works then, it was this.`,
})
