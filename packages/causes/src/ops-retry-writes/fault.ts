import { commandError } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer, writeCheck } from '../kit/server-fault.ts'

const refused = commandError(
  20,
  'IllegalOperation',
  'Transaction numbers are only allowed on a replica set member or mongos',
)

export const fault: Fault = defineFault({
  code: 'ops-retry-writes',
  summary: 'a server that looks like a mongos, and takes no numbered writes',
  certainty: 'likely',
  start: () =>
    startServer(
      {
        role: 'mongos',
        onCommand: (_, { document }) => (document['txnNumber'] === undefined ? undefined : refused),
      },
      '/shop?authSource=admin',
      { writeCheck },
    ),
})
