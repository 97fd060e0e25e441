import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada, startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'authz-atlas-action',
  summary: 'an Atlas cluster, and a user that may read another database',
  certainty: 'certain',
  start: () =>
    startServer(
      { compat: 'atlas', users: [{ ...ada, roles: [{ role: 'read', db: 'reports' }] }] },
      '/shop?authSource=admin',
    ),
})
