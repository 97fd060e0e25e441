import { existsSync } from 'node:fs'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

// A loopback address of its own, on which no real server of this machine will listen.
const address = '127.77.0.1'

export const fault: Fault = defineFault({
  code: 'tcp-container-loopback',
  summary: 'localhost inside a container, where no MongoDB listens',
  certainty: 'likely',
  unavailable: () =>
    existsSync('/.dockerenv') || existsSync('/run/.containerenv') ? null : 'it shows only inside a container',
  start: () =>
    Promise.resolve({
      uri: `mongodb://ada:${canary}@${address}:27017/`,
      endpoints: [`${address}:27017`],
      stop: () => Promise.resolve(),
    }),
})
