import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada, startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'authz-missing-role',
  summary: 'a user that may read one database, and a connection string to another',
  certainty: 'certain',
  start: () =>
    startServer(
      {
        users: [{ ...ada, roles: [{ role: 'read', db: 'reports' }] }],
        data: { 'shop.orders': [{ _id: 1 }] },
      },
      '/shop?authSource=admin',
    ),
})
