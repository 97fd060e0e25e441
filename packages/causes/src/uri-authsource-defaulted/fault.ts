import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

// Shown offline: a server's answer to the login would decide it, one way or the other.
export const fault: Fault = defineFault({
  code: 'uri-authsource-defaulted',
  summary: 'The path names a database, and so the login goes there and not to admin.',
  certainty: 'possible',
  bearing: 'advisory',
  start: () =>
    Promise.resolve({
      uri: `mongodb://ada:${canary}@127.0.0.1:27017/app`,
      options: { offline: true },
      stop: () => Promise.resolve(),
    }),
})
