import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startSet } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'topology-no-primary',
  summary: 'two secondaries that lost their majority with the third member',
  certainty: 'likely',
  alsoTrue: ['tcp-some-members'],
  start: () =>
    startSet(
      { members: [{ role: 'secondary' }, { role: 'secondary' }, { role: 'down' }] },
      '/?authSource=admin&replicaSet=rs0',
    ),
})
