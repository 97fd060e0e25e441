import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startSet } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'topology-advertised-hosts',
  summary: 'a set in containers that names its members by names of their own network',
  certainty: 'certain',
  start: () =>
    startSet(
      {
        members: [{ advertise: 'mongo-1.lab.invalid:27017' }, { advertise: 'mongo-2.lab.invalid:27017' }],
      },
      '/?authSource=admin&replicaSet=rs0',
    ),
})
