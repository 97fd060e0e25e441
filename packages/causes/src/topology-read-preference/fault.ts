import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startSet } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'topology-read-preference',
  summary: 'reads from secondaries with a tag that no member has',
  certainty: 'certain',
  start: () =>
    startSet(
      { members: [{ tags: { dc: 'ny' } }, { tags: { dc: 'ny' } }] },
      '/?authSource=admin&replicaSet=rs0&readPreference=secondary&readPreferenceTags=dc:london',
    ),
})
