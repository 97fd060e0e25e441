import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'tcp-unix-socket',
  summary: 'a Unix socket that does not exist',
  certainty: 'certain',
  start() {
    const path = join(tmpdir(), 'mongowhy-lab-no-such-mongod.sock')
    return Promise.resolve({
      uri: `mongodb://ada:${canary}@${encodeURIComponent(path)}/`,
      endpoints: [path],
      stop: () => Promise.resolve(),
    })
  },
})
