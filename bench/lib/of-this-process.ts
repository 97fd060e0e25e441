import type { CauseCode } from '@mongowhy/core'

/** The fault of the process that plays it: whatever else is to be opened in there would meet it too, and no other process does. */
export const ofThisProcess: CauseCode = 'env-sockets-exhausted'
