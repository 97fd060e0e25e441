import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'server-starting',
  title: 'The client connects before the server, or the set, is ready',
  shownBy: 'long-watch',
  explanation: says`The port is closed, or the set has no primary, in the first seconds alone: the application started faster than the database beside it. A single look sees a refused port, and cannot know that it opens a moment later.`,
  steps: [
    says`Let the application wait for the database: in Compose a healthcheck on the database (mongosh --quiet --eval "db.adminCommand('ping').ok") and depends_on with condition: service_healthy; in Kubernetes a readiness probe.`,
    says`Let the first connect be tried again with growing pauses for a minute, for refused ports and missing primaries alone; never for a rejected login.`,
    says`If it stays refused after a minute, the server does not start at all: read its log.`,
  ],
  confirm: says`Run mongowhy again a minute later: if the port is open then, it was this.`,
})
